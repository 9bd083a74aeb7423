import type { AccountKind } from '@/api/types'

export const KINDS: readonly AccountKind[] = ['checking', 'savings', 'credit_card', 'cash', 'loan', 'investment', 'asset']

/** Kinds on which a person owes money, so that their opening balance is usually negative. */
export function isOwed(kind: AccountKind): boolean {
  return kind === 'credit_card' || kind === 'loan'
}
