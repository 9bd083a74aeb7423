import { plural, t } from '@lingui/core/macro'
import type { KeptChange, ScenarioChange } from '@/api/types'
import { percentName } from '@/lib/fact-value'
import { formatMoney, isAmount, signOf } from '@/lib/money'
import { dayName } from '@/lib/period'
import { CADENCES } from '@/lib/series-words'

export const MOST_COMPARED = 3
export const SPANS = ['3', '6', '12', '24'] as const
export type Months = (typeof SPANS)[number]

export const KINDS = {
  cancel: t`Cancel something`,
  amount: t`Another price, or a rise in pay`,
  lose_income: t`Lose income for a time`,
  buy: t`Buy or receive something once`,
  add: t`A new regular payment or income`,
  category: t`Spend more or less in a category`,
  debt: t`Pay a debt faster`,
  due_day: t`Move a due day`,
} as const
/** As the form offers them: once and regularly are two of them, though one kind of change. */
export type Offered = keyof typeof KINDS

export function monthsOf(text: string | undefined): Months {
  return SPANS.find((one) => one === text) ?? '12'
}

/** The saved scenarios that the address names, each once. */
export function idsOf(text: string | undefined): number[] {
  const found = (text ?? '').split(',').filter((one) => /^[1-9]\d{0,15}$/u.test(one)).map(Number)
  return [...new Set(found)].slice(0, MOST_COMPARED)
}

/** Changes as the address carries them; what is no change is left out, and the server judges the rest. */
export function readChanges(text: string | undefined): ScenarioChange[] {
  try {
    const found: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(found) ? found.filter(isChange).slice(0, 20) : []
  } catch {
    return []
  }
}

function isChange(value: unknown): value is ScenarioChange {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false
  const { kind, amount } = value as { kind: unknown; amount?: unknown }
  const kinds = ['cancel', 'amount', 'due_day', 'add', 'lose_income', 'category', 'debt']
  return typeof kind === 'string' && kinds.includes(kind) && (amount === undefined || (typeof amount === 'string' && isAmount(amount)))
}

export function writeChanges(changes: readonly ScenarioChange[]): string | undefined {
  return changes.length > 0 ? JSON.stringify(changes) : undefined
}

/** A kept change as it is said again. */
export function saidOf(kept: KeptChange): ScenarioChange {
  const { kind, income, cadence, label } = kept
  const parts = Object.fromEntries(
    (['series', 'account', 'category', 'amount', 'per_cent', 'day', 'months', 'starts', 'until'] as const)
      .filter((name) => kept[name] !== null)
      .map((name) => [name, kept[name]]),
  )
  return { kind, ...parts, ...(income.length > 0 ? { income } : {}), ...(cadence ? { cadence } : {}), ...(label ? { label } : {}) } as ScenarioChange
}

export interface Names {
  series: ReadonlyMap<number, string>
  categories: ReadonlyMap<number, string>
  accounts: ReadonlyMap<number, string>
}

const RHYTHMS: Readonly<Record<string, string>> = CADENCES

export const OFFERED_CADENCES = Object.entries(RHYTHMS).map(([value, label]) => ({ value, label }))

/** A change in a sentence. */
export function changeWords(change: ScenarioChange, currency: string, names: Names): string {
  const money = change.amount ? formatMoney(change.amount, currency) : ''
  if (change.kind === 'debt') return t`${money} more a month on ${names.accounts.get(change.account ?? 0) ?? t`a debt that is gone`}`
  const words = change.kind === 'add' ? addedWords(change, money) : undatedWords(change, money, names)
  const isOnce = change.kind === 'add' && !change.cadence
  const dated = change.starts && !isOnce ? t`${words} from ${dayName(change.starts)}` : words
  return change.until ? t`${dated} until ${dayName(change.until)}` : dated
}

function undatedWords(change: ScenarioChange, money: string, names: Names): string {
  const series = names.series.get(change.series ?? 0) ?? t`a series that is gone`
  if (change.kind === 'cancel') return t`No ${series}`
  if (change.kind === 'amount') return t`${series} is ${money}`
  if (change.kind === 'due_day') return t`${series} is due on day ${change.day ?? ''}`
  if (change.kind === 'lose_income') return t`No income for ${plural(change.months ?? 0, { one: '# month', other: '# months' })}`
  return t`${part(change.per_cent)} in ${names.categories.get(change.category ?? 0) ?? t`a category that is gone`}`
}

function addedWords(change: ScenarioChange, money: string): string {
  const what = change.label ?? (signOf(change.amount ?? '0') < 0 ? t`A payment` : t`Money that comes`)
  if (!change.cadence) return t`${what}: ${money} on ${dayName(change.starts ?? '')}`
  const rhythm = RHYTHMS[change.cadence] ?? ''
  return t`${what}: ${money} ${rhythm}`
}

function part(perCent: string | undefined): string {
  const value = Number(perCent ?? '0')
  const size = percentName(Math.abs(value), 2)
  return value < 0 ? t`${size} less` : t`${size} more`
}
