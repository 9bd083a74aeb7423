import { t } from '@lingui/core/macro'
import type { HealthScore } from '@/api/types'
import { FactFigure } from '@/components/ui/facts'
import { pillarName } from '../lib/health-words'
import classes from './health.module.css'

/** Each pillar's own score as a bar from zero; one without a score says so. */
export function Pillars({ pillars, facts }: Pick<HealthScore, 'pillars' | 'facts'>) {
  const shown = (key: string, score: number) => {
    const fact = facts.find(({ name }) => name === `pillar.${key}`)
    return fact ? <FactFigure fact={fact}>{Math.round(score)}</FactFigure> : Math.round(score)
  }
  return (
    <ul className={classes['pillars']}>
      {pillars.map(({ key, score }) => (
        <li key={key} className={classes['pillar']}>
          <span>{pillarName(key)}</span>
          <span className={classes['track']} aria-hidden>
            <span className={classes['fill']} style={{ inlineSize: `${score ?? 0}%` }} />
          </span>
          <span className={classes['number']}>{score === null ? t`not known` : shown(key, score)}</span>
        </li>
      ))}
    </ul>
  )
}
