import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import type { Series } from '@/api/types'
import { Sparkline } from '@/components/charts/sparkline'
import { FactFigure } from '@/components/ui/facts'
import { Money } from '@/components/ui/money'
import { formatMoney } from '@/lib/money'
import { dayName } from '@/lib/period'
import { dayBand, pricePoints } from '../lib/series'
import classes from './recurring.module.css'

/** The next day with the days around it on which it may come as well. */
export function NextDay({ series }: { series: Series }) {
  const { next_date: next } = series
  if (!next) return <span className={classes['quiet']}>{series.cancelled_on ? t`cancelled ${dayName(series.cancelled_on, 'short')}` : t`nothing due`}</span>
  const band = dayBand(series)
  return (
    <>
      <span className={classes['main']}>{dayName(next, 'medium')}</span>
      {band ? <span className={classes['sub']}>{band}</span> : null}
    </>
  )
}

/** The next amount, and between what it may lie. */
export function NextAmount({ series }: { series: Series }) {
  const { amount, amount_low: low, amount_high: high, currency, corrected } = series
  const isSettled = corrected.includes('amount') || low === high
  return (
    <>
      <span className={classes['main']}>
        <Money amount={amount} currency={currency} sign="always" weighIncoming />
      </span>
      {isSettled ? null : (
        <span className={classes['sub']}>
          <Trans>{formatMoney(low, currency, { whole: true })} to {formatMoney(high, currency, { whole: true })}</Trans>
        </span>
      )}
    </>
  )
}

/** A year of it; a stored fact unless you said another amount or rhythm. */
export function Yearly({ series }: { series: Series }) {
  const { yearly, currency, facts } = series
  const fact = facts.find(({ name, value }) => name === 'year' && value === yearly)
  const money = <Money amount={yearly} currency={currency} />
  return (
    <>
      <span className={classes['main']}>{fact ? <FactFigure fact={fact}>{money}</FactFigure> : money}</span>
      <span className={classes['sub']}><Trans>a year</Trans></span>
    </>
  )
}

/** How the price went: a small line, and the last step in words. */
export function Prices({ series }: { series: Series }) {
  const { price_changes: changes, currency } = series
  const last = changes.at(-1)
  if (!last) return null
  return (
    <span className={classes['prices']} title={t`${plural(changes.length, { one: '# price change', other: '# price changes' })}, the last on ${dayName(last.date)}`}>
      <Sparkline points={pricePoints(series)} isStepped width={72} height={24} />
      <span className={classes['sub']}>
        {formatMoney(last.from, currency, { sign: 'never' })} → {formatMoney(last.to, currency, { sign: 'never' })}
      </span>
    </span>
  )
}
