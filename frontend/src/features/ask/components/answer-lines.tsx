import { Trans } from '@lingui/react/macro'
import type { Answer } from '@/api/types'
import { Money } from '@/components/ui/money'
import { formatFact } from '@/lib/fact-value'
import { monthName } from '@/lib/period'
import { isMonthKey, type AnswerFact, type AnswerFigures } from '../lib/answer'
import { AskedFigure } from './sentences'
import classes from './ask.module.css'

interface LinesProps {
  figures: AnswerFigures
  facts: ReadonlyMap<string, AnswerFact>
}

/** A grouped answer, line by line; every amount opens its rows. */
export function AnswerLines({ figures: { currency, lines, further }, facts }: LinesProps) {
  const hasCounts = lines.some((line) => line.count !== null)
  return (
    <table className={classes['table']}>
      <caption className={classes['hidden']}><Trans>Line by line in {currency}</Trans></caption>
      <thead>
        <tr>
          <th scope="col"><Trans>What</Trans></th>
          {hasCounts ? <th scope="col"><Trans>Transactions</Trans></th> : null}
          <th scope="col"><Trans>Amount</Trans></th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key}>
            <th scope="row">{isMonthKey(line.key) ? monthName(line.key) : line.label}</th>
            {hasCounts ? <td>{line.count}</td> : null}
            <td>
              <AskedFigure id={line.amount_fact} facts={facts}>
                <Money amount={line.amount} currency={currency} />
              </AskedFigure>
            </td>
          </tr>
        ))}
      </tbody>
      {further > 0 ? (
        <tfoot>
          <tr>
            <td colSpan={3}><Trans>and {further} more</Trans></td>
          </tr>
        </tfoot>
      ) : null}
    </table>
  )
}

/** What the analysis found: series or pieces of advice with their stored figures. */
export function AnswerItems({ items, facts }: { items: Answer['items']; facts: ReadonlyMap<string, AnswerFact> }) {
  return (
    <ul className={classes['items']}>
      {items.map((item, index) => (
        <li key={index}>
          <span className={classes['what']}>{item.label}</span>
          <span className={classes['detail']}>{item.detail.replaceAll('_', ' ')}</span>
          <span className={classes['figures']}>
            {Object.values(item.facts).map((id) => {
              const fact = facts.get(id)
              return fact ? (
                <span key={id}>
                  <span className={classes['detail']}>{fact.label}: </span>
                  <AskedFigure id={id} facts={facts}>
                    {formatFact(fact.value, fact.unit)}
                  </AskedFigure>
                </span>
              ) : null
            })}
          </span>
        </li>
      ))}
    </ul>
  )
}
