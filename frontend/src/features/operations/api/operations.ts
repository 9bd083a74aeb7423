import { queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import type { Job } from '@/api/types'

const LOOK_MS = 10_000

/** The server at this moment; looked at again while the page is open. */
export const operationsQuery = queryOptions({
  queryKey: ['operations'],
  queryFn: () => unwrap(api.GET('/api/operations/')),
  refetchInterval: LOOK_MS,
})

export function askAgain(id: number): Promise<Job> {
  return unwrap(api.POST('/api/operations/jobs/{id}/retry/', { params: { path: { id } } }))
}
