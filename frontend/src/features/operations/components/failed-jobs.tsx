import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { messageOf } from '@/api/errors'
import type { Operations } from '@/api/types'
import { say } from '@/components/ui/announce'
import { Section } from '@/components/ui/section'
import { since } from '@/lib/since'
import { humanised } from '@/lib/words'
import { askAgain, operationsQuery } from '../api/operations'
import classes from './operations.module.css'

type Failed = Operations['failed'][number]

/** What went wrong lately, with its reason, and the way to ask for it once more where there is one. */
export function FailedJobs({ jobs }: { jobs: readonly Failed[] }) {
  return (
    <Section title={t`Failed jobs`}>
      {jobs.length === 0 ? (
        <Text size="sm" c="dimmed">
          <Trans>None has failed.</Trans>
        </Text>
      ) : (
        <ul className={classes['failed']}>
          {jobs.map((job) => (
            <FailedJob key={job.id} job={job} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function FailedJob({ job }: { job: Failed }) {
  const client = useQueryClient()
  const name = humanised(job.kind)
  const again = useMutation({
    mutationFn: () => askAgain(job.id),
    onSuccess: () => {
      say({ message: t`${name} was asked for again.` })
      void client.invalidateQueries({ queryKey: operationsQuery.queryKey })
    },
    onError: (error) => say({ title: t`Not asked for again`, message: messageOf(error), isBad: true }),
  })
  const ended = job.finished_at ? since(job.finished_at) : ''
  const { owner, attempt, error_code: code } = job
  return (
    <li className={classes['failedJob']}>
      <div>
        <p className={classes['failedName']}>
          {name} <span className={classes['quiet']}>{ended}</span>
        </p>
        <p className={classes['reason']}>{job.error_message || code}</p>
        <p className={classes['quiet']}>
          <Trans>
            User {owner}, attempt {attempt}, {code}
          </Trans>
        </p>
      </div>
      {job.can_retry ? (
        <Button size="xs" variant="default" loading={again.isPending} aria-label={t`Ask again: ${name}`} onClick={() => again.mutate()}>
          <Trans>Ask again</Trans>
        </Button>
      ) : null}
    </li>
  )
}
