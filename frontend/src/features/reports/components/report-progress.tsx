import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Progress, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { cancelJob, jobsQuery } from '@/api/jobs'
import type { Job, Report } from '@/api/types'
import { ErrorNote } from '@/components/ui/notes'
import { timeLeft } from '@/lib/since'
import { stageName } from '@/lib/stage-words'
import classes from './report-progress.module.css'

/** The report's job as the stream last told of it, else as the report itself says. */
function useReportJob(report: Report): Pick<Job, 'status' | 'stage' | 'progress'> & Partial<Job> {
  const { data: jobs = [] } = useQuery(jobsQuery)
  return jobs.find(({ id }) => id === report.job?.id) ?? report.job ?? { status: report.status, stage: '', progress: 0 }
}

export function ReportProgress({ report }: { report: Report }) {
  const job = useReportJob(report)
  const client = useQueryClient()
  const cancel = useMutation({
    mutationFn: (id: number) => cancelJob(id),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: jobsQuery.queryKey })
      void client.invalidateQueries({ queryKey: ['reports'] })
    },
  })
  const left = timeLeft(job.started_at ?? null, job.progress)
  const id = report.job?.id
  const isStopping = job.is_cancel_requested ?? false
  return (
    <div className={classes['progress']}>
      <Progress value={job.progress} size={6} aria-label={t`Progress of the report`} animated={job.status === 'running'} />
      <Text size="sm" c="dimmed" role="status">
        {isStopping ? t`Stopping` : stageOf(job)}
        {job.status === 'running' ? `, ${job.progress}%` : ''}
        {left && !isStopping ? `, ${left}` : ''}
      </Text>
      {id !== undefined ? (
        <Button
          size="compact-sm"
          variant="default"
          loading={cancel.isPending}
          disabled={isStopping}
          onClick={() => cancel.mutate(id)}
        >
          <Trans>Cancel</Trans>
        </Button>
      ) : null}
      {cancel.error ? <ErrorNote what={t`It was not cancelled`} error={cancel.error} /> : null}
    </div>
  )
}

function stageOf(job: Pick<Job, 'status' | 'stage'>): string {
  if (job.status === 'queued') return t`Waiting for the worker`
  return job.stage ? stageName(job.stage) : t`Working`
}
