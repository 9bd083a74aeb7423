/** Reads that several features share: who am I, accounts, categories, the summary of a period, reports. */

import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Period } from '@/lib/period'
import { api, unwrap } from './client'
import { allRows } from './pages'

const PAGE = 200

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => unwrap(api.GET('/api/auth/me/')),
  staleTime: 5 * 60_000,
})

/** What is about the person: the same whatever ledger is looked at. */
export const householdsQuery = queryOptions({
  queryKey: ['households'],
  queryFn: () => unwrap(api.GET('/api/households/')),
  staleTime: 60_000,
})

export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: () =>
    allRows((cursor) =>
      unwrap(api.GET('/api/accounts/', { params: { query: { page_size: PAGE, ...(cursor ? { cursor } : {}) } } })),
    ),
})

export const categoriesQuery = queryOptions({
  queryKey: ['categories'],
  queryFn: () =>
    allRows((cursor) =>
      unwrap(api.GET('/api/categories/', { params: { query: { page_size: PAGE, ...(cursor ? { cursor } : {}) } } })),
    ),
  staleTime: 60_000,
})

export const payeesQuery = queryOptions({
  queryKey: ['payees'],
  queryFn: () =>
    allRows((cursor) =>
      unwrap(api.GET('/api/payees/', { params: { query: { page_size: PAGE, ...(cursor ? { cursor } : {}) } } })),
    ),
  staleTime: 60_000,
})

export const tagsQuery = queryOptions({
  queryKey: ['tags'],
  queryFn: () =>
    allRows((cursor) => unwrap(api.GET('/api/tags/', { params: { query: { page_size: PAGE, ...(cursor ? { cursor } : {}) } } }))),
  staleTime: 60_000,
})

export const debtsQuery = queryOptions({
  queryKey: ['debts', 'list'],
  queryFn: () => unwrap(api.GET('/api/debts/')),
})

function bounds(period: Pick<Period, 'start' | 'end'>): { start?: string; end?: string } {
  return { ...(period.start ? { start: period.start } : {}), ...(period.end ? { end: period.end } : {}) }
}

export function summaryQuery(period: Pick<Period, 'start' | 'end'>) {
  return queryOptions({
    queryKey: ['summary', period.start, period.end],
    queryFn: () => unwrap(api.GET('/api/summary/', { params: { query: bounds(period) } })),
    placeholderData: keepPreviousData,
  })
}

/** The newest transactions of all, also used to find the month that a person has figures for. */
export const latestTransactionsQuery = queryOptions({
  queryKey: ['transactions', 'latest'],
  queryFn: async () => (await unwrap(api.GET('/api/transactions/', { params: { query: { page_size: 8 } } }))).results,
})

export const reportsQuery = queryOptions({
  queryKey: ['reports'],
  queryFn: async () => (await unwrap(api.GET('/api/reports/', { params: { query: { page_size: PAGE } } }))).results,
})

export function reportQuery(id: number) {
  return queryOptions({
    queryKey: ['reports', id],
    queryFn: () => unwrap(api.GET('/api/reports/{id}/', { params: { path: { id } } })),
  })
}

/** What has to be read again when transactions changed. */
export const MONEY_KEYS = [['transactions'], ['summary'], ['accounts'], ['evidence'], ['payees'], ['rules', 'proposals'], ['ask'], ['budgets']] as const
