import { api, unwrap } from '@/api/client'
import type { BulkChanges, BulkDone, BulkPreview, BulkRequest } from '@/api/types'
import type { Period } from '@/lib/period'
import { toListQuery, type Filters } from '../lib/filters'
import type { Selection } from '../lib/selection'

/** What is done to every chosen row. */
export type Deed = { changes: BulkChanges } | { action: 'delete' }

/** The chosen rows as the server takes them: single ids, or all that the list finds but for some. */
export function chosen(selection: Selection, filters: Filters, period: Period): Partial<BulkRequest> {
  const ids = [...selection.ids]
  if (!selection.isAll) return { ids }
  const { q = '', ...narrowing } = toListQuery(filters, period)
  return { query: q, ...narrowing, except_ids: ids }
}

export async function previewBulk(rows: Partial<BulkRequest>, deed: Deed): Promise<BulkPreview> {
  const answer = await unwrap(api.POST('/api/transactions/bulk/', { body: { ...rows, ...deed, preview: true, unlock: false } }))
  return answer as BulkPreview
}

/** Refused with 409 when the server finds another number of rows than was shown. */
export async function doBulk(rows: Partial<BulkRequest>, deed: Deed, expected: number, unlock: boolean): Promise<BulkDone> {
  const body = { ...rows, ...deed, preview: false, unlock, expected_count: expected }
  return (await unwrap(api.POST('/api/transactions/bulk/', { body }))) as BulkDone
}
