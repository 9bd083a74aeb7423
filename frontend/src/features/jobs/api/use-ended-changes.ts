import { t } from '@lingui/core/macro'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'
import { isLive, jobsQuery } from '@/api/jobs'
import { offerUndo } from '@/components/ui/announce'
import { changeMade, jobTitle } from '../lib/job-words'

/** When a large change that was under way has ended, says so and offers to take it back, as after a small one. */
export function useEndedChanges(onUndo: (change: number) => void): void {
  const { data: jobs } = useQuery(jobsQuery)
  const underWay = useRef(new Set<number>())
  const offer = useEffectEvent((words: string, change: number) => offerUndo(words, () => onUndo(change)))
  useEffect(() => {
    for (const job of jobs ?? []) {
      if (isLive(job.status)) underWay.current.add(job.id)
      else if (underWay.current.delete(job.id)) {
        const change = changeMade(job)
        if (change !== null) offer(t`${jobTitle(job)}: done.`, change)
      }
    }
  }, [jobs])
}
