import type { Advice } from '@/api/types'
import { formatFact } from '@/lib/fact-value'
import { assumptionLabel } from '../lib/advice-words'
import classes from './advice.module.css'

/** What was taken for granted; each can be seen, and where it came from. */
export function Assumptions({ advice }: { advice: Advice }) {
  return (
    <dl className={classes['assumptions']} aria-label="Assumptions">
      {advice.assumptions.map(({ key, value, unit, source }) => (
        <div key={key} className={classes['assumption']}>
          <dt>
            {assumptionLabel(key)}
            {source ? <span className={classes['quiet']}> · {source === 'user' ? 'as you said' : source}</span> : null}
          </dt>
          <dd>{unit ? formatFact(value, unit) : value}</dd>
        </div>
      ))}
    </dl>
  )
}
