import { plural, t } from '@lingui/core/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { applyJob } from '@/api/jobs'
import { say } from '@/components/ui/announce'

/** Asks the worker to compute everything again over all accounts; the job strip shows how far it is. */
export function useRecompute() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => unwrap(api.POST('/api/refresh/', { body: { scope: 'accounts' } })),
    onSuccess: ({ jobs, count: number }) => {
      jobs.forEach((job) => applyJob(client, job))
      say({ message: t`Recomputing in ${plural(number, { one: '# job', other: '# jobs' })}. Ask for the report again to have it with the new figures.` })
    },
  })
}
