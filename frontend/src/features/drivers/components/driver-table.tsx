import { Trans } from '@lingui/react/macro'
import type { DriverLine, Drivers } from '@/api/types'
import { FactFigure, LinkedText } from '@/components/ui/facts'
import { Money } from '@/components/ui/money'
import { signOf } from '@/lib/money'
import { moreSpent, PARTS, placed } from '../lib/change-words'
import classes from './drivers.module.css'

/** Every line's change; they add up to the whole. Each figure opens its rows. */
export function DriverTable({ drivers }: { drivers: Drivers }) {
  const { lines, currency, change, facts } = drivers
  const place = placed(lines)
  const whole = facts.find(({ name }) => name === 'change')
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col"><Trans>What</Trans></th>
          <th scope="col" className={classes['wide']}>
            <Trans>Before</Trans>
          </th>
          <th scope="col" className={classes['wide']}>
            <Trans>Now</Trans>
          </th>
          <th scope="col"><Trans>More or less</Trans></th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.key} line={line} currency={currency} place={place(line)} />
        ))}
      </tbody>
      {change !== null ? (
        <tfoot>
          <tr>
            <th scope="row"><Trans>Together</Trans></th>
            <td className={classes['wide']} />
            <td className={classes['wide']} />
            <td>
              {whole ? (
                <FactFigure fact={whole}>
                  <Change amount={change} currency={currency} />
                </FactFigure>
              ) : (
                <Change amount={change} currency={currency} />
              )}
            </td>
          </tr>
        </tfoot>
      ) : null}
    </table>
  )
}

function Change({ amount, currency }: { amount: string; currency: string }) {
  return <Money amount={moreSpent(amount)} currency={currency} sign="always" />
}

interface LineProps {
  line: DriverLine
  currency: string
  place: { start: number; size: number }
}

function Line({ line, currency, place }: LineProps) {
  const { name, before, now, change, says, facts } = line
  const proven = (amount: string, which: string, isChange = false) => {
    const fact = facts.find((one) => one.name === which)
    const money = isChange ? <Change amount={amount} currency={currency} /> : <Money amount={amount} currency={currency} sign="never" />
    return fact ? <FactFigure fact={fact}>{money}</FactFigure> : money
  }
  const parts = PARTS.filter(({ key }) => signOf(line[key]) !== 0)
  return (
    <tr>
      <th scope="row">
        <span className={classes['name']}>{name}</span>
        <span className={classes['says']}>
          <LinkedText text={says} facts={facts} />
        </span>
        {parts.length > 1 ? (
          <span className={classes['says']}>
            {parts.map(({ key, name: part }, index) => (
              <span key={key}>
                {index > 0 ? ' · ' : ''}
                {part} {proven(line[key], key, true)}
              </span>
            ))}
          </span>
        ) : null}
        {signOf(change) === 0 ? null : (
          <span className={classes['lane']} aria-hidden>
            <span
              className={classes['bar']}
              data-less={signOf(moreSpent(change)) < 0 || undefined}
              style={{ insetInlineStart: `${place.start}%`, inlineSize: `${place.size}%` }}
            />
          </span>
        )}
      </th>
      <td className={classes['wide']}>{proven(before, 'before')}</td>
      <td className={classes['wide']}>{proven(now, 'now')}</td>
      <td>{proven(change, 'change', true)}</td>
    </tr>
  )
}
