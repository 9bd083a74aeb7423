import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { allRows } from '@/api/pages'
import type { SavedSearch } from '@/api/types'

/** What may come next at a place of a query, the likeliest first. */
export function completionsQuery(text: string, at: number) {
  return queryOptions({
    queryKey: ['completions', text, at],
    queryFn: () => unwrap(api.GET('/api/transactions/completions/', { params: { query: { q: text, at } } })),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
}

export const savedSearchesQuery = queryOptions({
  queryKey: ['searches'],
  queryFn: () =>
    allRows((cursor) =>
      unwrap(api.GET('/api/searches/', { params: { query: { page_size: 200, ...(cursor ? { cursor } : {}) } } })),
    ),
  staleTime: 60_000,
})

export function saveSearch(name: string, query: string): Promise<SavedSearch> {
  return unwrap(api.POST('/api/searches/', { body: { name, query } }))
}

export async function deleteSearch(id: number): Promise<void> {
  await unwrap(api.DELETE('/api/searches/{id}/', { params: { path: { id } } }))
}
