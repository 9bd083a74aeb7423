import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Select, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { messageOf } from '@/api/errors'
import { ledger, switchLedger } from '@/api/ledger'
import type { Household, Member } from '@/api/types'
import { say } from '@/components/ui/announce'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { changeRole, householdsChanged, membersQuery, removeMember } from '../api/households'
import { ROLE_OPTIONS, ROLES } from '../lib/roles'
import classes from './households.module.css'

/** Who is in it. Owners change that; everybody may leave. */
export function Members({ household }: { household: Household }) {
  const list = useQuery(membersQuery(household.id))
  return (
    <section aria-label={t`Members`}>
      <Title order={4} size="h5">
        <Trans>Members</Trans>
      </Title>
      {list.isPending ? <RowSkeletons rows={2} height={48} /> : null}
      {list.isError ? <ErrorNote what={t`The members could not be loaded`} error={list.error} onRetry={() => void list.refetch()} /> : null}
      <ul className={classes['list']}>
        {(list.data ?? []).map((one) => (
          <MemberRow key={one.id} household={household} member={one} />
        ))}
      </ul>
    </section>
  )
}

function MemberRow({ household, member }: { household: Household; member: Member }) {
  const client = useQueryClient()
  const { email } = member
  const { name } = household
  const isOwner = household.role === 'owner'
  const role = useMutation({
    mutationFn: changeRole,
    onError: (error) => say({ title: t`The role stays as it was`, message: messageOf(error), isBad: true }),
    onSettled: () => householdsChanged(client),
  })
  const removal = useMutation({
    mutationFn: removeMember,
    onSuccess: () => {
      if (!member.is_me) say({ message: t`${email} is no longer a member.` })
      else if (ledger.current?.id === household.id) switchLedger(null)
      else say({ message: t`You have left ${name}.` })
    },
    onError: (error) => say({ title: t`Nothing was changed`, message: messageOf(error), isBad: true }),
    onSettled: () => householdsChanged(client),
  })
  return (
    <li className={classes['row']}>
      <div>
        <Text size="sm" fw={560}>
          {member.display_name || member.email} {member.is_me ? <Trans>(you)</Trans> : null}
        </Text>
        <Text size="sm" c="dimmed">
          {member.email}
        </Text>
      </div>
      <Group gap="xs">
        {isOwner ? (
          <Select
            size="xs"
            w={130}
            aria-label={t`Role of ${email}`}
            data={ROLE_OPTIONS}
            allowDeselect={false}
            value={member.role}
            disabled={role.isPending}
            onChange={(value) => value && role.mutate({ id: household.id, member: member.id, role: value })}
          />
        ) : (
          <Text size="sm">{ROLES[member.role]}</Text>
        )}
        {isOwner || member.is_me ? (
          <Button
            size="xs"
            variant="default"
            loading={removal.isPending}
            aria-label={member.is_me ? t`Leave ${name}` : t`Remove ${email}`}
            onClick={() => removal.mutate({ id: household.id, member: member.id })}
          >
            {member.is_me ? t`Leave` : t`Remove`}
          </Button>
        ) : null}
      </Group>
    </li>
  )
}
