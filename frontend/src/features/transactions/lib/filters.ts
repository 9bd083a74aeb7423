import type { Period } from '@/lib/period'

/** What the list is narrowed to; it lives in the URL. `category` is an id or "none". */
export interface Filters {
  account?: string | undefined
  category?: string | undefined
  q?: string | undefined
}

interface ListQuery {
  account?: number
  category?: string
  q?: string
  start?: string
  end?: string
}

export function toListQuery(filters: Filters, period: Period): ListQuery {
  const account = Number(filters.account)
  return {
    ...(filters.account && Number.isInteger(account) ? { account } : {}),
    ...(filters.category ? { category: filters.category } : {}),
    ...(filters.q ? { q: filters.q } : {}),
    ...(period.start ? { start: period.start } : {}),
    ...(period.end ? { end: period.end } : {}),
  }
}

export function hasFilters(filters: Filters): boolean {
  return Boolean(filters.account ?? filters.category ?? filters.q)
}
