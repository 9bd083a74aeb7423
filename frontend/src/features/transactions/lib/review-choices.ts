import type { Category, Transaction } from '@/api/types'
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
}

const KINDS = { in: 'income', out: 'expense' } as const

/** What the number keys choose for a row: the suggestion, then what the same party got, then what you use most. */
export function choicesFor(row: Transaction, { categories, decided, chosen }: Known): Choice[] {
  const usable = new Map(categories.filter(({ is_archived: isArchived }) => !isArchived).map((one) => [one.id, one]))
  const found = new Map<number, Choice>()
  const offer = (id: number | null, why: string): void => {
    const category = id === null ? undefined : usable.get(id)
    if (category && found.size < MOST_CHOICES && !found.has(category.id)) found.set(category.id, { category, why })
  }
  if (row.category_source === 'suggestion') offer(row.category, row.category_reason || 'Suggested')
  for (const other of decided) if (isSameParty(other, row)) offer(other.category, 'As before')
  const kind = row.amount.startsWith('-') ? KINDS.out : KINDS.in
  for (const id of chosen) if (usable.get(id)?.kind === kind) offer(id, 'Just used')
  for (const id of byUse(decided)) if (usable.get(id)?.kind === kind) offer(id, 'Often used')
  for (const one of usable.values()) if (one.kind === kind) offer(one.id, '')
  return [...found.values()]
}

function byUse(rows: readonly Transaction[]): number[] {
  const uses = new Map<number, number>()
  for (const { category } of rows) if (category !== null) uses.set(category, (uses.get(category) ?? 0) + 1)
  return [...uses].sort(([, a], [, b]) => b - a).map(([id]) => id)
}
