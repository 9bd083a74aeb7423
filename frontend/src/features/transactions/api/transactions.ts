import { infiniteQueryOptions, keepPreviousData, queryOptions, type InfiniteData, type QueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { nextCursor } from '@/api/pages'
import { MONEY_KEYS } from '@/api/queries'
import type { Page, Transaction, TransactionPatch, TransactionRequest } from '@/api/types'
import type { Period } from '@/lib/period'
import { toListQuery, type Filters } from '../lib/filters'

const PAGE = 100
export const LIST_KEY = ['transactions', 'list'] as const

export function transactionsQuery(filters: Filters, period: Period) {
  const query = toListQuery(filters, period)
  return infiniteQueryOptions({
    queryKey: [...LIST_KEY, query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/transactions/', {
          params: { query: { ...query, page_size: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    getNextPageParam: nextCursor,
    placeholderData: keepPreviousData,
  })
}

/** What the whole list comes to, whatever part of it is loaded. */
export function totalsQuery(filters: Filters, period: Period) {
  const query = toListQuery(filters, period)
  return queryOptions({
    queryKey: ['transactions', 'totals', query],
    queryFn: () => unwrap(api.GET('/api/transactions/totals/', { params: { query } })),
    placeholderData: keepPreviousData,
  })
}

export function transactionQuery(id: number) {
  return queryOptions({
    queryKey: ['transactions', 'one', id],
    queryFn: () => unwrap(api.GET('/api/transactions/{id}/', { params: { path: { id } } })),
  })
}

export function createTransaction(body: TransactionRequest): Promise<Transaction> {
  return unwrap(api.POST('/api/transactions/', { body }))
}

export function patchTransaction(id: number, body: TransactionPatch): Promise<Transaction> {
  return unwrap(api.PATCH('/api/transactions/{id}/', { params: { path: { id } }, body }))
}

export async function deleteTransaction(id: number): Promise<void> {
  await unwrap(api.DELETE('/api/transactions/{id}/', { params: { path: { id } } }))
}

type Pages = InfiniteData<Page<Transaction>>

/** Changes one row in every list that shows it, at once. */
export function showChanged(client: QueryClient, id: number, change: (txn: Transaction) => Transaction): void {
  client.setQueriesData<Pages>({ queryKey: LIST_KEY }, (data) =>
    data
      ? {
          ...data,
          pages: data.pages.map((page) => ({
            ...page,
            results: page.results.map((txn) => (txn.id === id ? change(txn) : txn)),
          })),
        }
      : data,
  )
  client.setQueryData<Transaction>(transactionQuery(id).queryKey, (txn) => (txn ? change(txn) : txn))
}

/** Everything that is computed from transactions is read again. */
export function moneyChanged(client: QueryClient): void {
  for (const queryKey of MONEY_KEYS) void client.invalidateQueries({ queryKey })
}
