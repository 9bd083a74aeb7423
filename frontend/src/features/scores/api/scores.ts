import { queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'

/** They belong to the version that runs, so they do not change while the page is open. */
export const scoresQuery = queryOptions({
  queryKey: ['scores'],
  queryFn: () => unwrap(api.GET('/api/scores/')),
  staleTime: Infinity,
})
