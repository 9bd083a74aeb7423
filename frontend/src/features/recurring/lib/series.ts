import type { Occurrence, Series, SeriesRole } from '@/api/types'
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
  /** Null where the server knows the payment from the forecast only. */
  series: Series | null
  account: string
}

/** The payments to come, each with the series that brings it. */
export function dueOf(upcoming: readonly Occurrence[], series: readonly Series[]): Due[] {
  const known = new Map(series.map((one) => [one.id, one]))
  return upcoming.map(({ date, amount, currency, series: id, account_name: account }) => ({
    day: date,
    amount,
    currency,
    series: id === null ? null : (known.get(id) ?? null),
    account,
  }))
}
