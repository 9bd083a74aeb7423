import { t } from '@lingui/core/macro'
import type { Summary } from '@/api/types'
import type { Period } from '@/lib/period'
import { SummaryFigure } from './summary-figure'
import classes from './totals.module.css'

/** Income, expense and net of the period, in the base currency. */
export function Totals({ summary, period }: { summary: Summary; period: Period }) {
  const shown = [
    { label: t`Money in`, metric: 'income', amount: summary.income },
    { label: t`Money out`, metric: 'expense', amount: summary.expense },
    { label: t`Net`, metric: 'net', amount: summary.net },
  ] as const
  return (
    <dl className={classes['totals']}>
      {shown.map(({ label, metric, amount }) => (
        <div key={metric} className={classes['total']}>
          <dt className={classes['label']}>{label}</dt>
          <dd className={classes['figure']}>
            <SummaryFigure metric={metric} amount={amount} summary={summary} period={period} large />
          </dd>
        </div>
      ))}
    </dl>
  )
}
