import type { Transaction } from '@/api/types'
import { transactionTitle } from '@/lib/transaction-title'

/** The second line: what else the bank wrote or the person noted. */
export function transactionDetail(txn: Transaction): string {
  const detail = txn.note || txn.description
  return detail === transactionTitle(txn) ? '' : detail
}
