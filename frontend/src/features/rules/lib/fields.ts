import { t } from '@lingui/core/macro'

/** What a condition can look at, and how each is compared. */

export type FieldKind = 'text' | 'amount' | 'day' | 'pick' | 'word'

export interface Field {
  name: string
  label: string
  kind: FieldKind
  /** For `word`: what there is to choose from. */
  words?: readonly { value: string; label: string }[]
}

const words = (pairs: Record<string, string>): { value: string; label: string }[] =>
  Object.entries(pairs).map(([value, label]) => ({ value, label }))

/** What the bank says of a row, or you do. */
export const STATUS: Record<string, string> = { pending: t`pending`, cleared: t`cleared`, reconciled: t`reconciled` }

export const FIELDS: readonly Field[] = [
  { name: 'text', label: t`Any text`, kind: 'text' },
  { name: 'payee', label: t`Payee`, kind: 'text' },
  { name: 'counterparty', label: t`Name the bank wrote`, kind: 'text' },
  { name: 'description', label: t`Text of the bank`, kind: 'text' },
  { name: 'note', label: t`Your note`, kind: 'text' },
  { name: 'amount', label: t`Size of the amount`, kind: 'amount' },
  { name: 'out', label: t`Money out`, kind: 'amount' },
  { name: 'in', label: t`Money in`, kind: 'amount' },
  { name: 'signed', label: t`Amount with its sign`, kind: 'amount' },
  { name: 'date', label: t`Day booked`, kind: 'day' },
  { name: 'valued', label: t`Value date`, kind: 'day' },
  { name: 'account', label: t`Account`, kind: 'pick' },
  { name: 'category', label: t`Category`, kind: 'pick' },
  { name: 'tag', label: t`Tag`, kind: 'pick' },
  {
    name: 'is',
    label: t`Kind of row`,
    kind: 'word',
    words: words({
      income: t`money in`,
      expense: t`money out`,
      uncategorised: t`without a category`,
      suggested: t`only suggested`,
      transfer: t`a transfer`,
      split: t`split`,
    }),
  },
  {
    name: 'has',
    label: t`What it has`,
    kind: 'word',
    words: words({ category: t`a category`, payee: t`a payee`, tag: t`a tag`, note: t`a note`, attachment: t`an attachment` }),
  },
  { name: 'status', label: t`Status`, kind: 'word', words: words(STATUS) },
  { name: 'currency', label: t`Currency`, kind: 'text' },
]

export interface Operator {
  /** The server's word; `!` before it says that it must not be so. */
  value: string
  label: string
}

const IS: readonly Operator[] = [
  { value: 'is', label: t({ message: 'is', context: 'a comparison' }) },
  { value: '!is', label: t`is not` },
]
const ORDER: readonly Operator[] = [
  { value: '>', label: t`more than` },
  { value: '>=', label: t`at least` },
  { value: '<', label: t`less than` },
  { value: '<=', label: t`at most` },
  { value: 'equals', label: t`exactly` },
  { value: 'between', label: t`between` },
]
const DAYS: readonly Operator[] = [
  { value: '>=', label: t`on or after` },
  { value: '<=', label: t`on or before` },
  { value: 'equals', label: t({ message: 'on', context: 'a day' }) },
  { value: 'between', label: t`between` },
]
const TEXTS: readonly Operator[] = [
  { value: 'contains', label: t`contains` },
  { value: '!contains', label: t`does not contain` },
  { value: 'equals', label: t`is exactly` },
  { value: '!equals', label: t`is not exactly` },
  { value: 'starts', label: t`starts with` },
  { value: 'ends', label: t`ends with` },
  { value: 'regex', label: t`fits the pattern` },
]
const HAS: readonly Operator[] = [
  { value: 'is', label: t`includes` },
  { value: '!is', label: t`does not include` },
]
const BY_NAME: Record<string, readonly Operator[]> = { currency: IS, has: HAS }
const BY_KIND: Record<FieldKind, readonly Operator[]> = { text: TEXTS, amount: ORDER, day: DAYS, pick: IS, word: IS }

export function fieldOf(name: string): Field | undefined {
  return FIELDS.find((field) => field.name === name)
}

/** How the field is compared, with the operator in use even where the list would not offer it. */
export function operatorsFor(name: string, used: string): readonly Operator[] {
  const known = BY_NAME[name] ?? BY_KIND[fieldOf(name)?.kind ?? 'text']
  if (known.some(({ value }) => value === used)) return known
  return [...known, { value: used, label: operatorLabel(used) }]
}

const EVERY = [...TEXTS, ...ORDER, ...IS]

export function operatorLabel(operator: string): string {
  const known = EVERY.find(({ value }) => value === operator)
  if (known) return known.label
  const plain = EVERY.find(({ value }) => value === operator.replace(/^!/u, ''))?.label ?? operator
  return operator.startsWith('!') ? t`not ${plain}` : plain
}
