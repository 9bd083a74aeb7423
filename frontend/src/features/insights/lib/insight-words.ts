import type { Insight } from '@/api/types'

interface KindWords {
  /** What it is called over a list. */
  name: string
  /** Head of the rows it is about, and of those it was held against. */
  rows: string
  peers: string
}

const AS_BEFORE = 'What it was held against'

export const KINDS: Readonly<Record<Insight['kind'], KindWords>> = {
  duplicate: { name: 'Charged twice', rows: 'The two charges', peers: 'Earlier charges there' },
  amount: { name: 'Unusual amount', rows: 'This charge', peers: 'What is usual there' },
  new_payee: { name: 'New payee', rows: 'This payment', peers: 'Other first payments of yours' },
  fee: { name: 'Fee', rows: 'The fee', peers: AS_BEFORE },
  fx_markup: { name: 'Exchange mark-up', rows: 'The mark-up', peers: 'The payment it belongs to' },
  missing_income: { name: 'Missing income', rows: 'The last time it came', peers: 'The times before' },
  late_refund: { name: 'Late refund', rows: 'What you paid', peers: AS_BEFORE },
  price_change: { name: 'New price', rows: 'The charge at the new price', peers: 'Charges before' },
  shortfall: { name: 'Money may run short', rows: 'What it was seen in', peers: AS_BEFORE },
}

/** Most rows that are laid side by side; the rest is behind the evidence. */
export const MOST_ROWS = 6

const ANSWERED: Partial<Record<Insight['status'], string>> = {
  fine: 'You said that this is fine.',
  dismissed: 'You took care of it.',
}

export function answerWords({ status }: Insight): string {
  return ANSWERED[status] ?? ''
}
