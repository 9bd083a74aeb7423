import { queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import type { Job, Me } from '@/api/types'

/** Under the transactions' key: whatever changes these may change how much of them is made up. */
export const demoQuery = queryOptions({
  queryKey: ['transactions', 'demo-household'],
  queryFn: () => unwrap(api.GET('/api/demo-household/')),
  staleTime: 60_000,
})

export function fillDemo(): Promise<Job> {
  return unwrap(api.POST('/api/demo-household/'))
}

export function removeDemo(): Promise<Job> {
  return unwrap(api.DELETE('/api/demo-household/'))
}

export function saveBasics(body: Pick<Me, 'base_currency' | 'language' | 'time_zone'>): Promise<Me> {
  return unwrap(api.PATCH('/api/auth/me/', { body }))
}
