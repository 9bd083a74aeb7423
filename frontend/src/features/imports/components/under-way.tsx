import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Progress, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { jobsQuery } from '@/api/jobs'
import type { StatementImport } from '@/api/types'
import { timeLeft } from '@/lib/since'
import { stageName } from '@/lib/stage-words'

/** A large file: the worker reads it. The job is on the server, so this page may be left and loaded anew. */
export function UnderWay({ run }: { run: StatementImport }) {
  const { data: jobs = [] } = useQuery(jobsQuery)
  const job = jobs.find(({ id }) => id === run.job)
  const left = job ? timeLeft(job.started_at, job.progress) : null
  const stage = job?.status === 'running' && job.stage ? stageName(job.stage) : t`Waiting for the worker`
  return (
    <div role="status">
      <Progress value={job?.progress ?? 0} size={6} mb={8} aria-label={t`Progress of ${run.file_name}`} />
      <Text size="sm">
        {stage}
        {job && job.progress > 0 ? `, ${job.progress} %` : ''}
        {left ? `, ${left}` : ''}
      </Text>
      <Text size="sm" c="dimmed">
        <Trans>A large file is read in the background. You can leave this page; it goes on here when you come back.</Trans>
      </Text>
    </div>
  )
}
