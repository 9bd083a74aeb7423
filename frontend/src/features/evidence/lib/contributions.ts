/** Which part of a transaction a figure of the summary counts, by the summary's own rules. */

import type { Transaction } from '@/api/types'
import type { SummaryTarget } from '@/lib/evidence-target'
import { signOf, sumAmounts } from '@/lib/money'

interface Share {
  amount: string
  category: number | null
}

export interface CountedRow {
  txn: Transaction
  counted: string
  /** Sum of this row and all above it. */
  running: string
}

/** Over all categories a transaction counts as a whole; by category each share of a split one counts by itself. */
function sharesOf(txn: Transaction, target: SummaryTarget): readonly Share[] {
  const isSplit = target.category !== undefined && txn.splits.length > 0
  return isSplit ? txn.splits : [{ amount: txn.amount, category: txn.category }]
}

function isCounted(share: Share, target: SummaryTarget): boolean {
  if (target.category !== undefined && share.category !== target.category) return false
  if (target.metric === 'income') return signOf(share.amount) > 0
  if (target.metric === 'expense') return signOf(share.amount) < 0
  return true
}

/** What the figure counts of one transaction; null when it counts nothing. Linked transfers are neither in nor out. */
export function contribution(txn: Transaction, target: SummaryTarget, currency: string): string | null {
  if (target.metric === 'balance') return txn.currency === currency ? txn.amount : null
  if (txn.currency !== currency || txn.transfer?.status === 'confirmed') return null
  const counted = sharesOf(txn, target).filter((share) => isCounted(share, target))
  return counted.length > 0 ? sumAmounts(counted.map(({ amount }) => amount)) : null
}

/** The rows that count, each with the exact sum so far. `start` is what was there before the first row. */
export function runningRows(
  txns: readonly Transaction[],
  target: SummaryTarget,
  currency: string,
  start = '0',
  accounts: ReadonlySet<number> = new Set(),
): CountedRow[] {
  let running = start
  const rows: CountedRow[] = []
  for (const txn of txns) {
    // A balance holds only the accounts it names; an archived one is not among them.
    if (target.metric === 'balance' && !accounts.has(txn.account)) continue
    const counted = contribution(txn, target, currency)
    if (counted === null) continue
    running = sumAmounts([running, counted])
    rows.push({ txn, counted, running })
  }
  return rows
}
