import { t } from '@lingui/core/macro'
import type { HealthIndicator } from '@/api/types'
import { locale } from '@/lib/language'
import { humanised } from '@/lib/words'

const PILLARS: Readonly<Record<string, string>> = { spend: t`Spending`, save: t`Saving`, borrow: t`Borrowing`, plan: t`Planning` }

interface IndicatorWords {
  name: string
  /** What it says, in a line. */
  about: string
}

const INDICATORS: Readonly<Record<string, IndicatorWords>> = {
  savings_rate: { name: t`Savings rate, lately`, about: t`The part of your income that stayed over the last three full months.` },
  savings_rate_year: { name: t`Savings rate, a year`, about: t`The part of your income that stayed over twelve full months.` },
  buffer_months: { name: t`Buffer`, about: t`How long you could live on what stands on your accounts.` },
  essential_share: { name: t`Essentials`, about: t`What of your income goes where you cannot easily cut.` },
  housing_ratio: { name: t`Housing`, about: t`What of your income goes for rent or the loan of your home.` },
  spend_volatility: { name: t`How much spending swings`, about: t`How far a month usually lies from your middle month.` },
  income_volatility: { name: t`How much income swings`, about: t`How far a month’s income usually lies from the middle one.` },
  bills_on_time: { name: t`Bills on time`, about: t`Expected bills that were paid when they were due.` },
  subscription_load: { name: t`Subscriptions`, about: t`What of your income goes for subscriptions. Held against your own past only.` },
  net_worth_trend: { name: t`Net worth, direction`, about: t`Whether what you own grows, against a year of your spending.` },
  debt_service: { name: t`Paying debts`, about: t`What of your income goes for loans and cards.` },
  utilisation: { name: t`Credit in use`, about: t`What of your credit limits is used.` },
  cost_of_money: { name: t`Cost of money`, about: t`Fees and interest as a part of all spending.` },
  low_cash_days: { name: t`Days short of cash`, about: t`Days on which an account ran low or below zero.` },
  bill_cover: { name: t`Bills covered`, about: t`Whether cash and income cover what is coming.` },
  goal_pace: { name: t`Goals on pace`, about: t`Whether your goals arrive in time.` },
}

export function pillarName(key: string): string {
  return PILLARS[key] ?? humanised(key)
}

export function indicatorWords(key: string): IndicatorWords {
  return INDICATORS[key] ?? { name: humanised(key), about: '' }
}

export const VERDICTS: Readonly<Record<string, string>> = { good: t`Good`, fair: t`Fair`, weak: t`Weak`, none: t`Not known` }

export interface PillarGroup {
  /** Empty where indicators belong to no pillar. */
  key: string
  indicators: HealthIndicator[]
}

/** By pillar in the order in which they are told. */
export function byPillar(indicators: readonly HealthIndicator[]): PillarGroup[] {
  const groups = new Map<string, HealthIndicator[]>()
  for (const one of indicators) groups.set(one.pillar, [...(groups.get(one.pillar) ?? []), one])
  return [...groups].map(([key, members]) => ({ key, indicators: members }))
}

const MINUS = '\u2212'

/** "+2.4" or "−0.3": points always carry their sign. */
export function signedPoints(points: number): string {
  const tenths = Math.round(Math.abs(points) * 10)
  const size = new Intl.NumberFormat(locale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(tenths / 10)
  if (tenths === 0) return size
  return points < 0 ? `${MINUS}${size}` : `+${size}`
}

export interface Step {
  key: string
  points: number
  /** Where the bar begins and ends, in points from where the month began. */
  from: number
  to: number
}

/** The contributions one after the other, the largest first; those that moved nothing are left out. */
export function waterfall(indicators: readonly HealthIndicator[]): Step[] {
  const moved = indicators.flatMap(({ key, contribution }) => (contribution !== null && Math.abs(contribution) >= 0.05 ? [{ key, points: contribution }] : []))
  moved.sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
  let at = 0
  return moved.map(({ key, points }) => {
    const from = at
    at += points
    return { key, points, from, to: at }
  })
}
