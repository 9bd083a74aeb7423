/** Reads of what the analysis found, shared by the pages about them and by the overview. */

import { queryOptions } from '@tanstack/react-query'
import { api, unwrap } from './client'
import { allRows } from './pages'

const PAGE = 200

/** At most five pieces that are advised now, and what you have accepted. */
export const adviceShownQuery = queryOptions({
  queryKey: ['advice', 'shown'],
  queryFn: async () => (await unwrap(api.GET('/api/advice/', { params: { query: { status: 'shown', page_size: PAGE } } }))).results,
})

export const adviceAllQuery = queryOptions({
  queryKey: ['advice', 'all'],
  queryFn: async () => (await unwrap(api.GET('/api/advice/', { params: { query: { status: 'all', page_size: PAGE } } }))).results,
})

/** What all accepted advice has claimed and brought, by currency. */
export const adviceTotalsQuery = queryOptions({
  queryKey: ['advice', 'totals'],
  queryFn: async () => (await unwrap(api.GET('/api/advice/totals/'))).results,
})

export const insightsOpenQuery = queryOptions({
  queryKey: ['insights', 'open'],
  queryFn: async () => (await unwrap(api.GET('/api/insights/', { params: { query: { status: 'open', page_size: PAGE } } }))).results,
})

export const insightsAllQuery = queryOptions({
  queryKey: ['insights', 'all'],
  queryFn: async () => (await unwrap(api.GET('/api/insights/', { params: { query: { status: 'all', page_size: PAGE } } }))).results,
})

/** Every series, those included that you ignore. */
export const seriesQuery = queryOptions({
  queryKey: ['recurring'],
  queryFn: () =>
    allRows((cursor) =>
      unwrap(api.GET('/api/bills/', { params: { query: { decision: 'all', page_size: PAGE, ...(cursor ? { cursor } : {}) } } })),
    ),
})

/** In your base currency unless another one is named. */
export function forecastQuery(currency?: string) {
  return queryOptions({
    queryKey: ['forecast', currency ?? 'base'],
    queryFn: () => unwrap(api.GET('/api/forecast/', { params: { query: currency ? { currency } : {} } })),
  })
}

export const healthQuery = queryOptions({
  queryKey: ['health-score'],
  queryFn: () => unwrap(api.GET('/api/health-score/')),
})
