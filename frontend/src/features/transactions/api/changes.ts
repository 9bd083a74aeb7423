import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { nextCursor } from '@/api/pages'
import type { ChangeSet, Page, RowChange, RowOrigin } from '@/api/types'

const PAGE = 50

/** What was done to one row, newest first; the latest fifty are plenty to look at. */
export function rowHistoryQuery(id: number) {
  return queryOptions({
    queryKey: ['transactions', 'history', id],
    queryFn: async (): Promise<RowChange[]> => {
      const page = await unwrap(
        api.GET('/api/transactions/{id}/history/', { params: { path: { id }, query: { page_size: PAGE } } }),
      )
      return page.results
    },
  })
}

/** The lines of bank files that a row stands for, newest first. */
export function rowOriginQuery(id: number) {
  return queryOptions({
    queryKey: ['transactions', 'origin', id],
    queryFn: async (): Promise<RowOrigin[]> => {
      const page = await unwrap(
        api.GET('/api/transactions/{id}/origin/', { params: { path: { id }, query: { page_size: PAGE } } }),
      )
      return page.results
    },
  })
}

export const changesQuery = infiniteQueryOptions({
  queryKey: ['transactions', 'changes'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam }): Promise<Page<ChangeSet>> =>
    unwrap(api.GET('/api/changes/', { params: { query: { page_size: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } } })),
  getNextPageParam: nextCursor,
})

export const deletedQuery = infiniteQueryOptions({
  queryKey: ['transactions', 'deleted'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam }) =>
    unwrap(
      api.GET('/api/transactions/deleted/', { params: { query: { page_size: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } } }),
    ),
  getNextPageParam: nextCursor,
})

/** Takes back the latest change that still stands; the answer is the change that did so. */
export function undoLast(): Promise<ChangeSet> {
  return unwrap(api.POST('/api/changes/undo/', { body: { unlock: false } }))
}

export function undoChange(id: number): Promise<ChangeSet> {
  return unwrap(api.POST('/api/changes/{id}/undo/', { params: { path: { id } }, body: { unlock: false } }))
}

/** The change that last touched a row; undefined for a row that was never changed. */
export async function latestChangeOf(transaction: number): Promise<number | undefined> {
  const history = await unwrap(
    api.GET('/api/transactions/{id}/history/', { params: { path: { id: transaction }, query: { page_size: 1 } } }),
  )
  return history.results[0]?.change
}

export async function undoLatestOf(transaction: number): Promise<void> {
  const change = await latestChangeOf(transaction)
  if (change !== undefined) await undoChange(change)
}

export async function restoreTransaction(id: number): Promise<void> {
  await unwrap(api.POST('/api/transactions/{id}/restore/', { params: { path: { id } } }))
}
