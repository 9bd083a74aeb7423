import { t } from '@lingui/core/macro'
import type { Category, Suggestion, Transaction } from '@/api/types'
import { surePercent } from '@/lib/sure-words'
import { retold } from '@/lib/retold'
import { isSameParty } from './review-queue'

/** As many as there are number keys that a hand finds without looking. */
export const MOST_CHOICES = 6

export interface Choice {
  category: Category
  /** Why it is offered. */
  why: string
}

interface Known {
  categories: readonly Category[]
  /** Rows with a category that a person or rule decided, newest first. */
  decided: readonly Transaction[]
  /** Ids of categories chosen in this sitting, the latest first. */
  chosen: readonly number[]
  /** What the categoriser says of the row without being sure enough to apply it. */
  suggestion?: Suggestion | undefined
}

const KINDS = { in: 'income', out: 'expense' } as const

/** What the number keys choose for a row: the suggestion, then what the same party got, then what you use most. */
export function choicesFor(row: Transaction, { categories, decided, chosen, suggestion }: Known): Choice[] {
  const usable = new Map(categories.filter(({ is_archived: isArchived }) => !isArchived).map((one) => [one.id, one]))
  const found = new Map<number, Choice>()
  const offer = (id: number | null, why: string): void => {
    const category = id === null ? undefined : usable.get(id)
    if (category && found.size < MOST_CHOICES && !found.has(category.id)) found.set(category.id, { category, why })
  }
  if (row.category_source === 'suggestion') offer(row.category, firstWords(suggestion) || retold(row.category_reason) || t`Suggested`)
  for (const [place, { category, confidence }] of (suggestion?.candidates ?? []).entries())
    offer(category, place === 0 ? firstWords(suggestion) : t`Possible, ${Math.round(confidence * 100)} %`)
  for (const other of decided) if (isSameParty(other, row)) offer(other.category, t`As before`)
  const kind = row.amount.startsWith('-') ? KINDS.out : KINDS.in
  for (const id of chosen) if (usable.get(id)?.kind === kind) offer(id, t`Just used`)
  for (const id of byUse(decided)) if (usable.get(id)?.kind === kind) offer(id, t`Often used`)
  for (const one of usable.values()) if (one.kind === kind) offer(one.id, '')
  return [...found.values()]
}

function firstWords(suggestion: Suggestion | undefined): string {
  if (!suggestion) return ''
  const sure = surePercent(suggestion.confidence)
  // In some languages how sure it is begins with a word, and here it begins a sentence.
  return [retold(suggestion.reason), sure.charAt(0).toUpperCase() + sure.slice(1)].filter(Boolean).join(' ')
}

/** What Enter accepts: the category that was applied as suggested, else the likeliest candidate. */
export function suggestedOf(row: Transaction, choices: readonly Choice[], suggestion: Suggestion | undefined): Choice | undefined {
  const wanted = row.category_source === 'suggestion' ? row.category : (suggestion?.candidates[0]?.category ?? null)
  return wanted === null ? undefined : choices.find(({ category }) => category.id === wanted)
}

function byUse(rows: readonly Transaction[]): number[] {
  const uses = new Map<number, number>()
  for (const { category } of rows) if (category !== null) uses.set(category, (uses.get(category) ?? 0) + 1)
  return [...uses].sort(([, a], [, b]) => b - a).map(([id]) => id)
}
