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

export const FIELDS: readonly Field[] = [
  { name: 'text', label: 'Any text', kind: 'text' },
  { name: 'payee', label: 'Payee', kind: 'text' },
  { name: 'counterparty', label: 'Name the bank wrote', kind: 'text' },
  { name: 'description', label: 'Text of the bank', kind: 'text' },
  { name: 'note', label: 'Your note', kind: 'text' },
  { name: 'amount', label: 'Size of the amount', kind: 'amount' },
  { name: 'out', label: 'Money out', kind: 'amount' },
  { name: 'in', label: 'Money in', kind: 'amount' },
  { name: 'signed', label: 'Amount with its sign', kind: 'amount' },
  { name: 'date', label: 'Day booked', kind: 'day' },
  { name: 'valued', label: 'Value date', kind: 'day' },
  { name: 'account', label: 'Account', kind: 'pick' },
  { name: 'category', label: 'Category', kind: 'pick' },
  { name: 'tag', label: 'Tag', kind: 'pick' },
  {
    name: 'is',
    label: 'Kind of row',
    kind: 'word',
    words: words({
      income: 'money in',
      expense: 'money out',
      uncategorised: 'without a category',
      suggested: 'only suggested',
      transfer: 'a transfer',
      split: 'split',
    }),
  },
  {
    name: 'has',
    label: 'What it has',
    kind: 'word',
    words: words({ category: 'a category', payee: 'a payee', tag: 'a tag', note: 'a note', attachment: 'an attachment' }),
  },
  { name: 'status', label: 'Status', kind: 'word', words: words({ pending: 'pending', cleared: 'cleared', reconciled: 'reconciled' }) },
  { name: 'currency', label: 'Currency', kind: 'text' },
]

export interface Operator {
  /** The server's word; `!` before it says that it must not be so. */
  value: string
  label: string
}

const IS: readonly Operator[] = [
  { value: 'is', label: 'is' },
  { value: '!is', label: 'is not' },
]
const ORDER: readonly Operator[] = [
  { value: '>', label: 'more than' },
  { value: '>=', label: 'at least' },
  { value: '<', label: 'less than' },
  { value: '<=', label: 'at most' },
  { value: 'equals', label: 'exactly' },
  { value: 'between', label: 'between' },
]
const DAYS: readonly Operator[] = [
  { value: '>=', label: 'on or after' },
  { value: '<=', label: 'on or before' },
  { value: 'equals', label: 'on' },
  { value: 'between', label: 'between' },
]
const TEXTS: readonly Operator[] = [
  { value: 'contains', label: 'contains' },
  { value: '!contains', label: 'does not contain' },
  { value: 'equals', label: 'is exactly' },
  { value: '!equals', label: 'is not exactly' },
  { value: 'starts', label: 'starts with' },
  { value: 'ends', label: 'ends with' },
  { value: 'regex', label: 'fits the pattern' },
]
const HAS: readonly Operator[] = [
  { value: 'is', label: 'includes' },
  { value: '!is', label: 'does not include' },
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
  return operator.startsWith('!') ? `not ${plain}` : plain
}
