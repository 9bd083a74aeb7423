import type { Summary } from '@/api/types'
import { compareAmounts, negate, signOf } from '@/lib/money'

export type SummaryCategory = Summary['by_category'][number]

/** Categories that money was spent on, largest first. */
export function spendingOf(summary: Summary): SummaryCategory[] {
  return summary.by_category
    .filter(({ expense }) => signOf(expense) < 0)
    .toSorted((a, b) => compareAmounts(a.expense, b.expense))
}

/** The size of an amount, for bars and for words that already say the direction ("spent"). */
export function sizeOf(amount: string): string {
  return signOf(amount) < 0 ? negate(amount) : amount
}

export type Outcome = 'nothing' | 'kept' | 'even' | 'short'

/** What a period came to, in the one word that picks its sentence. */
export function outcomeOf(summary: Summary): Outcome {
  if (summary.count === 0) return 'nothing'
  const sign = signOf(summary.net)
  return sign > 0 ? 'kept' : sign < 0 ? 'short' : 'even'
}
