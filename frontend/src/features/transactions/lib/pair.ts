import type { Transaction } from '@/api/types'
import { signOf } from '@/lib/money'

type Row = Pick<Transaction, 'id' | 'account' | 'amount' | 'transfer'>

/** The ids of two rows that can be one transfer: money leaves one account and comes into another. Null otherwise. */
export function pairOf(rows: readonly Row[]): { outgoing: number; incoming: number } | null {
  const [one, other] = rows
  if (!one || !other || rows.length !== 2 || one.account === other.account) return null
  if (rows.some(({ transfer }) => transfer?.status === 'confirmed')) return null
  const outgoing = rows.find(({ amount }) => signOf(amount) < 0)
  const incoming = rows.find(({ amount }) => signOf(amount) > 0)
  return outgoing && incoming ? { outgoing: outgoing.id, incoming: incoming.id } : null
}
