import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { cursorIn, nextCursor } from '@/api/pages'
import type { BudgetTarget, SummaryTarget } from '@/lib/evidence-target'
import { parsePeriod } from '@/lib/period'

const PAGE = 200

/** The proof of a fact, its rows page by page; every page carries the verdict over all of them. */
export function factEvidenceQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ['evidence', 'fact', id],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/facts/{id}/evidence/', { params: { path: { id }, query: pageParam ? { cursor: pageParam } : {} } }),
      ),
    getNextPageParam: cursorIn,
  })
}

/** The rows of what was used of a budget in a month. */
export function budgetRowsQuery({ budget, month }: BudgetTarget) {
  return queryOptions({
    queryKey: ['evidence', 'budget', budget, month],
    queryFn: () => unwrap(api.GET('/api/budgets/{id}/rows/', { params: { path: { id: budget }, query: { month } } })),
  })
}

export function summaryRowsQuery(target: SummaryTarget) {
  const period = parsePeriod(target.period)
  const query = {
    ...(period?.start ? { start: period.start } : {}),
    ...(period?.end ? { end: period.end } : {}),
    ...(target.account === undefined ? {} : { account: target.account }),
    ...(target.category === undefined ? {} : { category: target.category === null ? 'none' : String(target.category) }),
    page_size: PAGE,
  }
  return infiniteQueryOptions({
    queryKey: ['evidence', 'rows', query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/api/transactions/', { params: { query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } } })),
    getNextPageParam: nextCursor,
  })
}
