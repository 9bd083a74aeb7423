import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Badge, Button, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { messageOf } from '@/api/errors'
import type { Session } from '@/api/types'
import { say } from '@/components/ui/announce'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { since } from '@/lib/since'
import { accessChanged, endOtherSessions, endSession, sessionsQuery } from '../api/access'
import { deviceName } from '../lib/device-name'
import classes from './access.module.css'

export function SessionList() {
  const client = useQueryClient()
  const list = useQuery(sessionsQuery)
  const end = useMutation({
    mutationFn: endSession,
    onSuccess: () => say({ message: t`That sign-in has ended.` }),
    onError: (error) => say({ title: t`The sign-in was not ended`, message: messageOf(error), isBad: true }),
    onSettled: () => accessChanged(client),
  })
  const endOthers = useMutation({
    mutationFn: endOtherSessions,
    onSuccess: () => say({ message: t`Every other sign-in has ended.` }),
    onError: (error) => say({ title: t`The sign-ins were not ended`, message: messageOf(error), isBad: true }),
    onSettled: () => accessChanged(client),
  })
  const sessions = list.data ?? []
  return (
    <Section
      title={t`Where you are signed in`}
      aside={
        sessions.length > 1 ? (
          <Button size="xs" variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
            <Trans>End all others</Trans>
          </Button>
        ) : null
      }
    >
      {list.isPending ? <RowSkeletons rows={2} height={56} /> : null}
      {list.isError ? (
        <ErrorNote what={t`Your sign-ins could not be loaded`} error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      <ul className={classes['list']}>
        {sessions.map((one) => (
          <SessionRow key={one.id} session={one} onEnd={() => end.mutate(one.id)} isEnding={end.isPending && end.variables === one.id} />
        ))}
      </ul>
    </Section>
  )
}

function SessionRow({ session, onEnd, isEnding }: { session: Session; onEnd: () => void; isEnding: boolean }) {
  const name = deviceName(session.device)
  return (
    <li className={classes['row']}>
      <div>
        <Text component="div" fw={560} size="sm" title={session.device}>
          {name} {session.is_current ? <Badge variant="light"><Trans>This one</Trans></Badge> : null}
        </Text>
        <Text size="sm" c="dimmed">
          {session.last_used_at
            ? t`Signed in ${since(session.created_at)}, last used ${since(session.last_used_at)}`
            : t`Signed in ${since(session.created_at)}`}
        </Text>
      </div>
      {session.is_current ? null : (
        <Button size="xs" variant="default" loading={isEnding} aria-label={t`End the sign-in on ${name}`} onClick={onEnd}>
          <Trans>End</Trans>
        </Button>
      )}
    </li>
  )
}
