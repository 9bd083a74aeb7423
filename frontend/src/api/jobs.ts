/** Jobs as the server knows them. The stream writes into the same cache, so every view of a job moves together. */

import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { api, unwrap } from './client'
import type { Job, JobStatus } from './types'

export const jobsQuery = queryOptions({
  queryKey: ['jobs'],
  queryFn: async () => (await unwrap(api.GET('/api/jobs/', { params: { query: { page_size: 50 } } }))).results,
})

export function isLive(status: JobStatus): boolean {
  return status === 'queued' || status === 'running'
}

export async function cancelJob(id: number): Promise<void> {
  await unwrap(api.POST('/api/jobs/{id}/cancel/', { params: { path: { id } } }))
}

/** Puts one job's newest state into the list; a job the list does not know comes first. */
export function mergeJob(jobs: readonly Job[] | undefined, job: Job): Job[] {
  const known = jobs ?? []
  return known.some((other) => other.id === job.id)
    ? known.map((other) => (other.id === job.id ? job : other))
    : [job, ...known]
}

const FOUND = [['advice'], ['insights'], ['recurring'], ['forecast'], ['health-score'], ['suggestions'], ['drivers']] as const
const CHANGED_BY: Record<string, readonly (readonly string[])[]> = {
  export: [['exports']],
  monthly_report: [['reports'], ['evidence']],
  report_mail: [['reports']],
  rules_run: [['rules'], ['transactions'], ['summary'], ['accounts'], ['payees'], ['tags'], ['evidence']],
  statement_import: [['imports'], ['transactions'], ['summary'], ['accounts']],
}
const CHANGED_BY_ANY = [['reports'], ['imports'], ['transactions'], ['summary'], ['accounts'], ['evidence'], ...FOUND] as const

/** Stores a job's news and, when it ended, marks what it changed as old. */
export function applyJob(client: QueryClient, job: Job): void {
  client.setQueryData<Job[]>(jobsQuery.queryKey, (jobs) => mergeJob(jobs, job))
  if (isLive(job.status)) return
  for (const queryKey of CHANGED_BY[job.kind] ?? CHANGED_BY_ANY) void client.invalidateQueries({ queryKey })
}
