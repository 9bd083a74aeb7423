import { t } from '@lingui/core/macro'
import type { AccountKind } from '@/api/types'

export const KINDS: readonly AccountKind[] = ['checking', 'savings', 'credit_card', 'cash', 'loan', 'investment', 'asset']

const NAMES: Record<AccountKind, string> = {
  checking: t`Checking`,
  savings: t`Savings`,
  credit_card: t`Credit card`,
  cash: t`Cash`,
  loan: t`Loan`,
  investment: t`Investment`,
  asset: t`Thing of value`,
}

export function kindName(kind: AccountKind): string {
  return NAMES[kind]
}

/** Kinds on which a person owes money, so that their opening balance is usually negative. */
export function isOwed(kind: AccountKind): boolean {
  return kind === 'credit_card' || kind === 'loan'
}
