import { queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { nextCursor } from '@/api/pages'
import type { Suggestion, Transaction } from '@/api/types'

/** Whole rows that wait for a word: no category, or only a suggested one. Transfers need none. */
export const WAITING = '(is:suggested or is:uncategorised) -is:split -is:transfer'
const DECIDED = 'has:category -is:suggested -is:split'
const BATCH = 100

/** How many rows wait, for the button that leads there. Under "transactions", so that every change counts anew. */
export const waitingCountQuery = queryOptions({
  queryKey: ['transactions', 'waiting'],
  queryFn: async () => (await unwrap(api.GET('/api/transactions/totals/', { params: { query: { q: WAITING } } }))).count,
})

export interface Waiting {
  rows: Transaction[]
  total: number
}

/** Rows to walk through. Read once a sitting: what is decided leaves the queue here, not by asking again. */
export const waitingQuery = queryOptions({
  queryKey: ['review', 'waiting'],
  queryFn: async (): Promise<Waiting> => {
    const [page, totals] = await Promise.all([
      unwrap(api.GET('/api/transactions/', { params: { query: { q: WAITING, page_size: BATCH } } })),
      unwrap(api.GET('/api/transactions/totals/', { params: { query: { q: WAITING } } })),
    ])
    return { rows: page.results, total: totals.count }
  },
  staleTime: Infinity,
  gcTime: 0,
  refetchOnWindowFocus: false,
})

/** What was decided before, to learn what you use. */
export const decidedQuery = queryOptions({
  queryKey: ['review', 'decided'],
  queryFn: async () =>
    (await unwrap(api.GET('/api/transactions/', { params: { query: { q: DECIDED, page_size: 200 } } }))).results,
  staleTime: 60_000,
})

/** Pages that are read of each kind; whoever has more to review reads on with the next rows. */
const MOST_PAGES = 3

/** What the categoriser says of rows that nobody has decided, by transaction: applied, or one of the candidates. */
export const suggestionsQuery = queryOptions({
  queryKey: ['suggestions', 'open'],
  queryFn: async (): Promise<ReadonlyMap<number, Suggestion>> => {
    const found = await Promise.all([suggestionsOf('review'), suggestionsOf('applied')])
    return new Map(found.flat().map((one) => [one.transaction.id, one]))
  },
  staleTime: 60_000,
})

async function suggestionsOf(status: 'review' | 'applied'): Promise<Suggestion[]> {
  const found: Suggestion[] = []
  let cursor: string | undefined
  for (let read = 0; read < MOST_PAGES; read += 1) {
    const query = { status, page_size: 200, ...(cursor ? { cursor } : {}) }
    const page = await unwrap(api.GET('/api/suggestions/', { params: { query } }))
    found.push(...page.results)
    cursor = nextCursor(page)
    if (cursor === undefined) break
  }
  return found
}
