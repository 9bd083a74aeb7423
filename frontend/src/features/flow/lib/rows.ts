import type { FlowNode } from '@/api/types'
import type { Period } from '@/lib/period'
import type { By } from './flows'

interface RowsSearch {
  period: string
  q: string
  category?: string
  account?: string
}

/** Where the rows of a mark are: those of one sign, without transfers. */
export function rowsOf({ ids, q }: Pick<FlowNode, 'ids' | 'q'>, by: By, period: Period, side: 'in' | 'out'): RowsSearch {
  const found = { period: period.key, q: [q, side === 'in' ? 'is:income' : 'is:expense', '-is:transfer'].filter(Boolean).join(' ') }
  if (by === 'category') return { ...found, category: ids.length > 0 ? String(ids[0]) : 'none' }
  if (by === 'account' && ids.length > 0) return { ...found, account: String(ids[0]) }
  return found
}
