/** What a change of a row says, in words for people. Values come as texts, days, decimal strings, names, lists. */

import { t } from '@lingui/core/macro'
import { formatFact } from '@/lib/fact-value'
import { isAmount } from '@/lib/money'
import { dayName } from '@/lib/period'
import { humanised, listed } from '@/lib/words'

const FIELDS: Record<string, string> = {
  account: t`Account`,
  amount: t`Amount`,
  amount_minor: t`Amount`,
  attachments: t`Files`,
  booking_date: t`Booked`,
  category: t`Category`,
  category_reason: t`Reason`,
  category_source: t`Category by`,
  counterparty: t`Counterparty`,
  currency: t`Currency`,
  description: t`Text`,
  note: t`Note`,
  payee: t`Payee`,
  splits: t`Shares`,
  statement_line: t`Line of the bank`,
  status: t`Status`,
  tags: t`Tags`,
  transfer: t`Transfer`,
  value_date: t`Value date`,
}

export function fieldName(field: string): string {
  return FIELDS[field] ?? humanised(field)
}

const NOTHING = t`nothing`

/** Values that the server has a word for, by the field that holds them. */
const KNOWN: Record<string, Record<string, string>> = {
  category_source: { user: t`you`, rule: t`a rule`, suggestion: t`a suggestion`, none: NOTHING },
  status: { pending: t`pending`, cleared: t`cleared`, reconciled: t`reconciled` },
}

/** One value as it stands in the list of changes; what some fields hold is told in the page's language. */
export function valueWords(value: unknown, field = ''): string {
  if (value === null || value === undefined || value === '') return NOTHING
  if (typeof value === 'string') return KNOWN[field]?.[value] ?? plainWords(value)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return value.length === 0 ? NOTHING : listed(value.map((one) => valueWords(one)))
  if (typeof value === 'object') {
    const named = value as { name?: unknown; amount?: unknown; category?: unknown }
    if (typeof named.name === 'string') return named.name
    if (typeof named.amount === 'string') return `${valueWords(named.amount)} ${valueWords(named.category)}`.trim()
  }
  return t`something`
}

const DAY = /^\d{4}-\d{2}-\d{2}$/u

function plainWords(text: string): string {
  if (DAY.test(text)) return dayName(text, 'medium')
  return isAmount(text) ? formatFact(text, 'count') : text
}

/** Follow from the category and are told with it. */
const ALONG = new Set(['category_source', 'category_reason'])

/** The changes worth telling: what only follows from a changed category is left out. */
export function toldFields<T extends { field: string }>(changes: readonly T[]): T[] {
  const has = changes.some(({ field }) => field === 'category')
  return changes.filter(({ field }) => !has || !ALONG.has(field))
}
