import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { CashDay, Forecast } from '@/api/types'
import { Money } from '@/components/ui/money'
import { Section } from '@/components/ui/section'
import { dayName } from '@/lib/period'
import { madeOf } from '../lib/forecast'
import classes from './forecast.module.css'

interface MadeOfProps {
  start: string
  days: readonly CashDay[]
  payments: readonly Forecast['payments'][number][]
  currency: string
}

/** Month by month, what the line is made of: known payments and habits. Each line adds up to its end. */
export function MadeOf({ start, days, payments, currency }: MadeOfProps) {
  const months = madeOf(start, days, payments)
  if (months.length === 0) return null
  const money = (amount: string) => <Money amount={amount} currency={currency} />
  return (
    <Section title={t`What it is made of`}>
      <div className={classes['across']} tabIndex={0} role="region" aria-label={t`What the forecast is made of, by month`}>
        <table className={classes['table']} data-wide>
          <thead>
            <tr>
              <th scope="col"><Trans>Until</Trans></th>
              <th scope="col"><Trans>Known to come</Trans></th>
              <th scope="col"><Trans>Known to leave</Trans></th>
              <th scope="col"><Trans>Everyday</Trans></th>
              <th scope="col"><Trans>Then</Trans></th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ day, comes, leaves, everyday, end }) => (
              <tr key={day}>
                <th scope="row">{dayName(day, 'medium')}</th>
                <td>{money(comes)}</td>
                <td>{money(leaves)}</td>
                <td>{money(everyday)}</td>
                <td>{money(end)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes['quiet']}>
        <Trans>What is known comes from{' '}
        <Link to="/plan/recurring" className={classes['link']}>
          series
        </Link>
        ; everyday is what your habits usually take. What if something were different?{' '}
        <Link to="/plan/what-if" className={classes['link']}>
          Try it
        </Link>
        .</Trans>
      </p>
    </Section>
  )
}
