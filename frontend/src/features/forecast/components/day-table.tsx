import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import type { CashDay } from '@/api/types'
import { Money } from '@/components/ui/money'
import { dayName } from '@/lib/period'
import { tableDays, type Span } from '../lib/forecast'
import classes from './forecast.module.css'

interface DayTableProps {
  days: readonly CashDay[]
  span: Span
  currency: string
  lowest: string | null
}

/** The chart's figures: every day of a month, every week of more. */
export function DayTable({ days, span, currency, lowest }: DayTableProps) {
  return (
    <div className={classes['scroll']} tabIndex={0} role="region" aria-label={t`The forecast as a table`}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{span === '30' ? t`End of day` : t`End of week`}</th>
            <th scope="col"><Trans>At worst</Trans></th>
            <th scope="col"><Trans>Most likely</Trans></th>
            <th scope="col"><Trans>At best</Trans></th>
          </tr>
        </thead>
        <tbody>
          {tableDays(days, span).map(({ date, low, mid, high }) => (
            <tr key={date}>
              <th scope="row">
                {dayName(date, 'medium')}
                {date === lowest ? <span className={classes['mark']}><Trans>lowest</Trans></span> : null}
              </th>
              <td>{low === null ? '–' : <Money amount={low} currency={currency} />}</td>
              <td>
                <Money amount={mid} currency={currency} />
              </td>
              <td>{high === null ? '–' : <Money amount={high} currency={currency} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
