import { plural, t } from '@lingui/core/macro'
import type { CashDay, CategoryMonths, Forecast } from '@/api/types'
import { percentName } from '@/lib/fact-value'
import { compareAmounts, negate, signOf, subtract, sumAmounts } from '@/lib/money'
import { monthOf } from '@/lib/period'

export const SPANS = ['30', '60', '90', '180', '365'] as const
export type Span = (typeof SPANS)[number]

export const SPAN_NAMES: Readonly<Record<Span, string>> = { '30': t`30 days`, '60': t`60 days`, '90': t`90 days`, '180': t`6 months`, '365': t`12 months` }

/** At the beginning of a sentence. */
export const SPAN_PHRASES: Readonly<Record<Span, string>> = {
  '30': t`In 30 days`,
  '60': t`In 60 days`,
  '90': t`In 90 days`,
  '180': t`In 6 months`,
  '365': t`In 12 months`,
}

export function spanOf(text: string | undefined): Span {
  return SPANS.find((span) => span === text) ?? '30'
}

export interface Line {
  start: string | null
  daily: CashDay[]
  horizons: Forecast['horizons']
}

/** The line of one account, or of all together. */
export function lineOf(forecast: Forecast, account: number | null): Line {
  const one = forecast.accounts.find((each) => each.account === account)
  return one ?? { start: forecast.start, daily: forecast.daily, horizons: forecast.horizons }
}

/** Where it did not beat repeating the past, a band would claim to know more than it does. */
export function hasBand({ backtest }: Pick<Forecast, 'backtest'>): boolean {
  return backtest.beats_naive !== false
}

export function withoutBand(days: readonly CashDay[]): CashDay[] {
  return days.map((day) => ({ ...day, low: null, high: null }))
}

/** Every day of a short span; every seventh and the last one of a long one, so that a table can be read. */
export function tableDays(days: readonly CashDay[], span: Span): CashDay[] {
  if (span === '30') return [...days]
  return days.filter((_, index) => (index + 1) % 7 === 0 || index === days.length - 1)
}

/** How the band did on the own past, as one would count it. */
export function hitWords({ backtest: { coverage, windows } }: Pick<Forecast, 'backtest'>): string | null {
  if (coverage === null || windows === 0) return null
  return t`Our 80% band held ${Math.round(coverage * windows)} of the ${plural(windows, { one: '# time', other: '# times' })} that we tried it on your own past.`
}

/** How much closer than the naive line, from its error as a part of that one's; null where it was not closer. */
export function closerWords({ backtest: { mase, beats_naive: beats } }: Pick<Forecast, 'backtest'>): string | null {
  if (!beats || mase === null || mase >= 1) return null
  const percent = percentName(Math.round((1 - mase) * 100))
  return t`It was ${percent} closer than repeating what was before.`
}

function isEmpty({ months }: CategoryMonths): boolean {
  return months.every(({ mid }) => signOf(mid) === 0)
}

function size(amount: string): string {
  return signOf(amount) < 0 ? negate(amount) : amount
}

export interface MonthTable {
  /** All categories together; null where there is no such line. */
  whole: CategoryMonths | null
  /** The largest first. */
  lines: CategoryMonths[]
  /** How many expect nothing in any month. */
  empty: number
}

export function monthTable(months: readonly CategoryMonths[]): MonthTable {
  const lines = months.filter(({ category }) => category !== null)
  const filled = lines.filter((line) => !isEmpty(line))
  const largest = (line: CategoryMonths): string =>
    line.months.map(({ mid }) => size(mid)).reduce((most, amount) => (compareAmounts(amount, most) > 0 ? amount : most), '0')
  return {
    whole: months.find(({ category }) => category === null) ?? null,
    lines: filled.sort((a, b) => compareAmounts(largest(b), largest(a))),
    empty: lines.length - filled.length,
  }
}

export interface MadeMonth {
  /** Its last day that is foretold. */
  day: string
  comes: string
  leaves: string
  /** What no payment explains: habits, and transfers without a rhythm. */
  everyday: string
  end: string
}

/** Each month's way from its start to its end: known payments, and the rest, which is everyday. Exact to the cent. */
export function madeOf(start: string, days: readonly CashDay[], payments: readonly Forecast['payments'][number][]): MadeMonth[] {
  const ends = days.filter(({ date }, index) => monthOf(date) !== monthOf(days[index + 1]?.date ?? ''))
  let before = start
  return ends.map(({ date, mid }) => {
    const due = payments.filter((one) => monthOf(one.date) === monthOf(date) && one.date <= date).map(({ amount }) => amount)
    const comes = sumAmounts(due.filter((amount) => signOf(amount) > 0))
    const leaves = sumAmounts(due.filter((amount) => signOf(amount) < 0))
    const everyday = subtract(subtract(mid, before), sumAmounts([comes, leaves]))
    before = mid
    return { day: date, comes, leaves, everyday, end: mid }
  })
}
