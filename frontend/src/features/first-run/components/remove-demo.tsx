import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { isLive, jobsQuery } from '@/api/jobs'
import { useRemoveDemo } from '../api/use-demo'

/** Away with the household and all that was found in it; what is one's own stays. */
export function RemoveDemo() {
  const remove = useRemoveDemo()
  const { data: jobs = [] } = useQuery(jobsQuery)
  const isLeaving = jobs.some(({ kind, status }) => kind === 'demo_removal' && isLive(status))
  return (
    <Button variant="default" loading={remove.isPending || isLeaving} onClick={() => remove.mutate()}>
      <Trans>Remove the demo household</Trans>
    </Button>
  )
}
