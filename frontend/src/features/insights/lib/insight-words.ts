import { t } from '@lingui/core/macro'
import type { Insight } from '@/api/types'

interface KindWords {
  /** What it is called over a list. */
  name: string
  /** Head of the rows it is about, and of those it was held against. */
  rows: string
  peers: string
}

const AS_BEFORE = t`What it was held against`

export const KINDS: Readonly<Record<Insight['kind'], KindWords>> = {
  duplicate: { name: t`Charged twice`, rows: t`The two charges`, peers: t`Earlier charges there` },
  amount: { name: t`Unusual amount`, rows: t`This charge`, peers: t`What is usual there` },
  new_payee: { name: t`New payee`, rows: t`This payment`, peers: t`Other first payments of yours` },
  fee: { name: t`Fee`, rows: t`The fee`, peers: AS_BEFORE },
  fx_markup: { name: t`Exchange mark-up`, rows: t`The mark-up`, peers: t`The payment it belongs to` },
  missing_income: { name: t`Missing income`, rows: t`The last time it came`, peers: t`The times before` },
  late_refund: { name: t`Late refund`, rows: t`What you paid`, peers: AS_BEFORE },
  price_change: { name: t`New price`, rows: t`The charge at the new price`, peers: t`Charges before` },
  shortfall: { name: t`Money may run short`, rows: t`What it was seen in`, peers: AS_BEFORE },
}

/** Most rows that are laid side by side; the rest is behind the evidence. */
export const MOST_ROWS = 6

const ANSWERED: Partial<Record<Insight['status'], string>> = {
  fine: t`You said that this is fine.`,
  dismissed: t`You took care of it.`,
}

export function answerWords({ status }: Insight): string {
  return ANSWERED[status] ?? ''
}
