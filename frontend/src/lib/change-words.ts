/** What a change of a row says, in words for people. Values come as texts, days, decimal strings, names, lists. */

import { t } from '@lingui/core/macro'
import { isAmount } from '@/lib/money'
import { humanised, listed } from '@/lib/words'

const FIELDS: Record<string, string> = {
  booking_date: t`Booked`,
  value_date: t`Value date`,
  counterparty: t`Counterparty`,
  description: t`Text`,
  category_source: t`Category by`,
  statement_line: t`Line of the bank`,
  splits: t`Shares`,
}

export function fieldName(field: string): string {
  return FIELDS[field] ?? humanised(field)
}

const NOTHING = t`nothing`

/** One value as it stands in the list of changes. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return NOTHING
  if (typeof value === 'string') return isAmount(value) ? value.replace('-', '\u2212') : value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return value.length === 0 ? NOTHING : listed(value.map(valueWords))
  if (typeof value === 'object') {
    const named = value as { name?: unknown; amount?: unknown; category?: unknown }
    if (typeof named.name === 'string') return named.name
    if (typeof named.amount === 'string') return `${valueWords(named.amount)} ${valueWords(named.category)}`.trim()
  }
  return t`something`
}

/** Follow from the category and are told with it. */
const ALONG = new Set(['category_source', 'category_reason'])

/** The changes worth telling: what only follows from a changed category is left out. */
export function toldFields<T extends { field: string }>(changes: readonly T[]): T[] {
  const has = changes.some(({ field }) => field === 'category')
  return changes.filter(({ field }) => !has || !ALONG.has(field))
}
