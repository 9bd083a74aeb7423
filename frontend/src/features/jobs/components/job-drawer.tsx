import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Badge, Button, Drawer, Progress, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { cancelJob, isLive, jobsQuery } from '@/api/jobs'
import type { Job, JobStatus } from '@/api/types'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { since, timeLeft } from '@/lib/since'
import { changeMade, jobTitle, STATUS_WORDS, stageWords } from '../lib/job-words'
import classes from './job-drawer.module.css'

interface JobDrawerProps {
  isOpen: boolean
  onClose: () => void
  /** Takes back the change with this number. */
  onUndo: (change: number) => void
}

export function JobDrawer({ isOpen, onClose, onUndo }: JobDrawerProps) {
  return (
    <Drawer opened={isOpen} onClose={onClose} title={t`Jobs`} closeButtonProps={{ 'aria-label': t`Close` }} size={440}>
      {isOpen ? <JobList onUndo={onUndo} /> : null}
    </Drawer>
  )
}

function JobList({ onUndo }: Pick<JobDrawerProps, 'onUndo'>) {
  const jobs = useQuery(jobsQuery)
  if (jobs.isPending) return <RowSkeletons rows={4} height={64} />
  if (jobs.isError)
    return <ErrorNote what={t`The jobs could not be loaded`} error={jobs.error} onRetry={() => void jobs.refetch()} />
  if (jobs.data.length === 0)
    return <Text c="dimmed"><Trans>Reports and large imports run here in the background. Nothing has run yet.</Trans></Text>
  return (
    <ul className={classes['list']}>
      {jobs.data.map((job) => (
        <JobRow key={job.id} job={job} onUndo={onUndo} />
      ))}
    </ul>
  )
}

const COLOURS: Record<JobStatus, string> = {
  queued: 'gray',
  running: 'sea',
  succeeded: 'gray',
  failed: 'clay',
  cancelled: 'gray',
}

function JobRow({ job, onUndo }: { job: Job } & Pick<JobDrawerProps, 'onUndo'>) {
  const change = changeMade(job)
  const left = timeLeft(job.started_at, job.progress)
  return (
    <li className={classes['job']}>
      <div className={classes['line']}>
        <span className={classes['title']}>{jobTitle(job)}</span>
        <Badge variant="default" c={job.status === 'failed' ? 'var(--mantine-color-error)' : 'inherit'} tt="none" fw={500}>
          {isLive(job.status) ? stageWords(job) : STATUS_WORDS[job.status]}
        </Badge>
      </div>
      {isLive(job.status) ? (
        <Progress value={job.progress} size={5} color={COLOURS[job.status]} aria-label={t`${jobTitle(job)}: progress`} />
      ) : null}
      {job.error_message ? (
        <Text size="sm" c="var(--mantine-color-error)">
          {job.error_message}
        </Text>
      ) : null}
      <div className={classes['line']}>
        <Text size="xs" c="dimmed">
          {since(job.finished_at ?? job.started_at ?? job.created_at)}
          {job.attempt > 1 ? t` · attempt ${job.attempt}` : ''}
          {left ? ` · ${left}` : ''}
        </Text>
        {isLive(job.status) ? <CancelButton job={job} /> : null}
        {change === null ? null : (
          <Button size="compact-xs" variant="default" onClick={() => onUndo(change)} aria-label={t`Undo: ${jobTitle(job)}`}>
            <Trans>Undo</Trans>
          </Button>
        )}
      </div>
    </li>
  )
}

function CancelButton({ job }: { job: Job }) {
  const client = useQueryClient()
  const cancel = useMutation({
    mutationFn: () => cancelJob(job.id),
    onSettled: () => client.invalidateQueries({ queryKey: jobsQuery.queryKey }),
  })
  return (
    <Button
      size="compact-xs"
      variant="default"
      loading={cancel.isPending}
      disabled={job.is_cancel_requested}
      onClick={() => cancel.mutate()}
      aria-label={t`Cancel: ${jobTitle(job)}`}
    >
      {job.is_cancel_requested ? t`Stopping` : t`Cancel`}
    </Button>
  )
}
