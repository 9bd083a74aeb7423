import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { nextCursor } from '@/api/pages'
import { MONEY_KEYS } from '@/api/queries'
import type { Rate, RatesImported } from '@/api/types'

const PAGE = 50

export function ratesQuery(base: string | null) {
  return infiniteQueryOptions({
    queryKey: ['rates', 'list', base],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/rates/', {
          params: { query: { page_size: PAGE, ...(base ? { base } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    getNextPageParam: nextCursor,
  })
}

/** Pairs of currencies that figures would need and nobody stated. */
export const missingRatesQuery = queryOptions({
  queryKey: ['rates', 'missing'],
  queryFn: async () => (await unwrap(api.GET('/api/net-worth/', { params: { query: { step: 'month' } } }))).missing_rates,
})

export interface RateDraft {
  base: string
  quote: string
  rate_date: string
  rate: string
}

/** A rate of the same pair and day that is yours is replaced. */
export function setRate(body: RateDraft): Promise<Rate> {
  return unwrap(api.POST('/api/rates/', { body }))
}

export async function deleteRate(id: number): Promise<void> {
  await unwrap(api.DELETE('/api/rates/{id}/', { params: { path: { id } } }))
}

/** Columns date, base, quote, rate; or a file of the European Central Bank. */
export function importRates(file: File): Promise<RatesImported> {
  const form = new FormData()
  form.set('file', file)
  return unwrap(api.POST('/api/rates/import/', { body: { file: '' }, bodySerializer: () => form }))
}

/** Figures in the base currency stand on the rates. */
export function ratesChanged(client: QueryClient): void {
  for (const queryKey of [['rates'], ...MONEY_KEYS]) void client.invalidateQueries({ queryKey })
}
