import type { Transaction } from '@/api/types'

/** What a row is called: our payee, else the bank's name for the other side, else its text. */
export function transactionTitle(txn: Transaction): string {
  return txn.payee_name || txn.counterparty || txn.description || 'Without a name'
}

/** The second line: what else the bank wrote or the person noted. */
export function transactionDetail(txn: Transaction): string {
  const detail = txn.note || txn.description
  return detail === transactionTitle(txn) ? '' : detail
}
