import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Progress, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { download } from '@/api/download'
import { cancelJob, isLive } from '@/api/jobs'
import type { Job } from '@/api/types'
import { Hash } from '@/components/ui/hash'
import { ErrorNote } from '@/components/ui/notes'
import { sizeName } from '@/lib/file-words'
import { since, timeLeft } from '@/lib/since'
import { stageName } from '@/lib/stage-words'
import { exportPath, exportsQuery } from '../api/exports'
import { readExported, type Exported } from '../lib/results'
import { ALGORITHM } from '../lib/sha256'
import classes from './data.module.css'

/** One file that was asked for: on its way, ready, or not made. */
export function ExportRow({ job }: { job: Job }) {
  if (isLive(job.status)) return <Making job={job} />
  const done = job.status === 'succeeded' ? readExported(job.result) : null
  if (done) return <Ready job={job} done={done} />
  return (
    <Row title={job.status === 'cancelled' ? t`Cancelled` : t`Not made`} job={job}>
      <Text size="sm" c={job.status === 'failed' ? 'var(--mantine-color-error)' : 'dimmed'}>
        {job.error_message || t`Nothing was made. Ask for it again above.`}
      </Text>
    </Row>
  )
}

function Row({ title, job, action, children }: { title: string; job: Job; action?: ReactNode; children: ReactNode }) {
  return (
    <li className={classes['row']}>
      <div className={classes['what']}>
        <span className={classes['name']}>{title}</span>
        {children}
        <Text size="xs" c="dimmed">
          <Trans>asked for {since(job.created_at)}</Trans>
        </Text>
      </div>
      {action}
    </li>
  )
}

function Making({ job }: { job: Job }) {
  const client = useQueryClient()
  const cancel = useMutation({
    mutationFn: () => cancelJob(job.id),
    onSettled: () => client.invalidateQueries({ queryKey: exportsQuery.queryKey }),
  })
  const left = timeLeft(job.started_at, job.progress)
  return (
    <Row
      title={t`Being made`}
      job={job}
      action={
        <Button size="xs" variant="default" disabled={job.is_cancel_requested} loading={cancel.isPending} onClick={() => cancel.mutate()}>
          {job.is_cancel_requested ? t`Stopping` : t`Cancel`}
        </Button>
      }
    >
      <Progress value={job.progress} size={6} aria-label={t`Progress of the file`} animated={job.status === 'running'} />
      <Text size="sm" c="dimmed" role="status">
        {job.status === 'queued' ? t`Waiting for the worker` : job.stage ? stageName(job.stage) : t`Working`}
        {left ? `, ${left}` : ''}
      </Text>
    </Row>
  )
}

function Ready({ job, done }: { job: Job; done: Exported }) {
  const fetching = useMutation({ mutationFn: () => download(exportPath(job.id), done.name) })
  const isGone = done.expiresAt !== null && Date.parse(done.expiresAt) < Date.parse(new Date().toISOString())
  return (
    <Row
      title={done.name}
      job={job}
      action={
        <Button size="xs" disabled={isGone} loading={fetching.isPending} onClick={() => fetching.mutate()}>
          <Trans>Download</Trans>
        </Button>
      }
    >
      <div className={classes['facts']}>
        <span>{sizeName(done.bytes)}</span>
        {done.rows === null ? null : <span>{plural(done.rows, { one: '# row', other: '# rows' })}</span>}
        <span className={classes['hash']}>
          {ALGORITHM} <Hash label={t`SHA-256 of the file`} hash={done.sha256} />
        </span>
        {done.ledgerHash ? (
          <span className={classes['hash']}>
            <Trans>ledger</Trans> <Hash label={t`Hash of the ledger`} hash={done.ledgerHash} />
          </span>
        ) : null}
      </div>
      <Text size="xs" c="dimmed">
        {isGone ? t`No longer kept: files are removed after a day. Ask for it again above.` : t`Kept for a day, then removed.`}
      </Text>
      {fetching.error ? <ErrorNote what={t`The file could not be fetched`} error={fetching.error} /> : null}
    </Row>
  )
}
