import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'

export type By = 'category' | 'payee' | 'series'
export type Against = 'previous' | 'usual'

export interface Asked {
  month: string | null
  by: By
  against: Against
}

export function driversQuery({ month, by, against }: Asked) {
  return queryOptions({
    queryKey: ['drivers', month, by, against],
    queryFn: () => unwrap(api.GET('/api/drivers/', { params: { query: { by, against, ...(month ? { month } : {}) } } })),
    placeholderData: keepPreviousData,
  })
}
