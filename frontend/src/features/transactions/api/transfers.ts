import { queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { allRows } from '@/api/pages'
import type { Transfer } from '@/api/types'
import { undoLatestOf } from './changes'

/** Under "transactions", so that every change of the ledger reads them anew. */
const KEY = ['transactions', 'transfers'] as const

/** Pairs that look like one movement between two of the person's accounts, and wait for a word. */
export const suggestedTransfersQuery = queryOptions({
  queryKey: [...KEY, 'suggested'],
  queryFn: (): Promise<Transfer[]> =>
    allRows((cursor) =>
      unwrap(
        api.GET('/api/transfers/', { params: { query: { status: 'suggested', page_size: 200, ...(cursor ? { cursor } : {}) } } }),
      ),
    ),
})

export function transferQuery(id: number) {
  return queryOptions({
    queryKey: [...KEY, id],
    queryFn: (): Promise<Transfer> => unwrap(api.GET('/api/transfers/{id}/', { params: { path: { id } } })),
  })
}

export type TransferAnswer = 'confirm' | 'refuse'

export function answerTransfer(id: number, answer: TransferAnswer): Promise<Transfer> {
  const params = { path: { id } }
  return answer === 'confirm'
    ? unwrap(api.POST('/api/transfers/{id}/confirm/', { params }))
    : unwrap(api.POST('/api/transfers/{id}/refuse/', { params }))
}

/** Takes back what was last said about a pair. */
export function undoAnswer({ outgoing }: Transfer): Promise<void> {
  return undoLatestOf(outgoing.id)
}

export function linkTransfer(outgoing: number, incoming: number): Promise<Transfer> {
  return unwrap(api.POST('/api/transfers/', { body: { outgoing, incoming } }))
}

/** The two count as income and expense again. */
export async function unlinkTransfer(id: number): Promise<void> {
  await unwrap(api.DELETE('/api/transfers/{id}/', { params: { path: { id } } }))
}

export interface TransferDraft {
  from_account: number
  to_account: number
  /** Without a sign. */
  amount: string
  /** Only between two currencies. */
  to_amount?: string
  booking_date: string
  note?: string
}

export function createTransfer(body: TransferDraft): Promise<Transfer> {
  return unwrap(api.POST('/api/transfers/', { body }))
}
