import { t } from '@lingui/core/macro'
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import { applyJob } from '@/api/jobs'
import type { Job } from '@/api/types'
import { say } from '@/components/ui/announce'
import { messageOf } from '@/api/errors'
import { demoQuery, fillDemo, removeDemo } from './first-run'

/** Both deeds put their job into the list at once, where the stream keeps it. */
function useDeed(deed: () => Promise<Job>, refused: string): UseMutationResult<Job, Error, void> {
  const client = useQueryClient()
  return useMutation({
    mutationFn: deed,
    onSuccess: (job) => {
      applyJob(client, job)
      void client.invalidateQueries({ queryKey: demoQuery.queryKey })
    },
    onError: (error) => say({ title: refused, message: messageOf(error), isBad: true }),
  })
}

export function useFillDemo(): UseMutationResult<Job, Error, void> {
  return useDeed(fillDemo, t`The demo household did not come`)
}

export function useRemoveDemo(): UseMutationResult<Job, Error, void> {
  return useDeed(removeDemo, t`The demo household is still there`)
}
