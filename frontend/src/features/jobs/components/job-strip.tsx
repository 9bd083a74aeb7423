import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Progress, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { isLive, jobsQuery } from '@/api/jobs'
import type { Job } from '@/api/types'
import { timeLeft } from '@/lib/since'
import { useJobStream } from '../api/job-stream'
import { jobTitle, stageWords } from '../lib/job-words'
import classes from './job-strip.module.css'

interface JobStripProps {
  onOpen: () => void
}

/** At the foot of the rail: what the worker does right now. It also holds the live connection. */
export function JobStrip({ onOpen }: JobStripProps) {
  const isStreaming = useJobStream()
  const { data: jobs = [] } = useQuery({
    ...jobsQuery,
    // A list that was asked for before the end of a job and came after the news of it would show the job for ever.
    refetchInterval: ({ state }) => (!isStreaming ? 3_000 : state.data?.some(({ status }) => isLive(status)) ? 10_000 : false),
  })
  // Figures are brought up to date a minute after an edit: until then nobody waits for them.
  const live = jobs.filter((job) => isLive(job.status) && (job.kind !== 'refresh_unit' || job.status === 'running'))
  const first = live.find((job) => job.status === 'running') ?? live[0]
  return (
    <UnstyledButton className={classes['strip']} onClick={onOpen}>
      {first ? (
        <LiveJob job={first} others={live.length - 1} />
      ) : (
        <span className={classes['idle']}>
          <span className={classes['lamp']} aria-hidden />
          <span className={classes['text']}><Trans>No jobs running</Trans></span>
        </span>
      )}
      <VisuallyHidden><Trans>. Open the list of jobs</Trans></VisuallyHidden>
    </UnstyledButton>
  )
}

function LiveJob({ job, others }: { job: Job; others: number }) {
  const left = timeLeft(job.started_at, job.progress)
  return (
    <span className={classes['live']}>
      <span className={classes['title']}>{jobTitle(job)}</span>
      <Progress value={job.progress} size={4} aria-hidden animated={job.status === 'running'} />
      <span className={classes['stage']}>
        {stageWords(job)}
        {left ? `, ${left}` : ''}
        {others > 0 ? t` · ${others} more` : ''}
      </span>
    </span>
  )
}
