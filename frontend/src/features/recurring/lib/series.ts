import type { Forecast, Series, SeriesRole } from '@/api/types'
import { sumAmounts, toDrawn } from '@/lib/money'
import { dayName } from '@/lib/period'
import { ROLES } from '@/lib/series-words'

export type Shown = 'running' | 'over' | 'ignored'

export function isRunning({ status, decision, cancelled_on: cancelled }: Series): boolean {
  return decision !== 'ignored' && cancelled === null && (status === 'active' || status === 'early')
}

/** Which list a series stands in. What is paused may come back, so it is not over for good, but nothing is due. */
export function shelfOf(series: Series): Shown {
  if (series.decision === 'ignored') return 'ignored'
  return isRunning(series) ? 'running' : 'over'
}

export interface RoleGroup {
  role: SeriesRole
  series: Series[]
}

/** By role in a fixed order; within one by the next day, what has none last. */
export function byRole(series: readonly Series[]): RoleGroup[] {
  const sorted = [...series].sort((a, b) => (a.next_date ?? '9999').localeCompare(b.next_date ?? '9999') || a.label.localeCompare(b.label))
  return (Object.keys(ROLES) as SeriesRole[])
    .map((role) => ({ role, series: sorted.filter((one) => one.role === role) }))
    .filter((group) => group.series.length > 0)
}

export interface YearlySum {
  currency: string
  amount: string
}

/** What a year of them comes to at today's amounts, each currency for itself. */
export function yearlySums(series: readonly Series[]): YearlySum[] {
  const currencies = [...new Set(series.map(({ currency }) => currency))].sort()
  return currencies.map((currency) => ({
    currency,
    amount: sumAmounts(series.filter((one) => one.currency === currency).map(({ yearly }) => yearly)),
  }))
}

/** "7 – 11 Dec" where the day is not certain; null where it is. */
export function dayBand({ next_date: next, next_from: from, next_until: until }: Series): string | null {
  if (!next || !from || !until || from === until || next < from || next > until) return null
  const [first, last] = [dayName(from, 'short'), dayName(until, 'short')]
  const isSameMonth = from.slice(0, 7) === until.slice(0, 7)
  return `${isSameMonth ? (first.split(' ')[0] ?? first) : first} – ${last}`
}

export interface PricePoint {
  at: number
  value: number
}

/** Sizes of the price from the first row to the last, for drawing only; empty where the price never changed. */
export function pricePoints({ first_date: first, last_date: last, price_changes: changes }: Series): PricePoint[] {
  const [begin] = changes
  if (!begin) return []
  const size = (amount: string): number => Math.abs(toDrawn(amount))
  const steps = changes.map(({ date, to }) => ({ at: Date.parse(date), value: size(to) }))
  const end = steps.at(-1)
  return [{ at: Date.parse(first), value: size(begin.from) }, ...steps, ...(end ? [{ at: Math.max(end.at, Date.parse(last)), value: end.value }] : [])]
}

export interface Due {
  day: string
  amount: string
  currency: string
  /** Of the forecast's payment; null where the series that brings it is not known here. */
  series: Series | null
  account: string
}

/**
 * What is due from one day to another, the soonest first: the payments of the forecasts, and the next day of a series
 * that no forecast speaks of. A payment belongs to the series that has seen its last booking.
 */
export function dueBetween(series: readonly Series[], forecasts: readonly Forecast[], from: string, until: string): Due[] {
  const running = series.filter(isRunning)
  const owner = new Map(running.flatMap((one) => one.transactions.map((id) => [id, one] as const)))
  const paid = forecasts.flatMap(({ payments, currency, accounts }) =>
    payments.map(({ date, amount, evidence, account }) => ({
      day: date,
      amount,
      currency,
      series: owner.get(evidence) ?? null,
      account: accounts.find((one) => String(one.account) === account)?.account_name ?? '',
    })),
  )
  const told = new Set(paid.map((one) => one.series?.id))
  const others = running.flatMap((one) =>
    one.next_date !== null && !told.has(one.id) ? [{ day: one.next_date, amount: one.amount, currency: one.currency, series: one, account: one.account_name }] : [],
  )
  return [...paid, ...others].filter(({ day }) => day >= from && day <= until).sort((a, b) => a.day.localeCompare(b.day))
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}
