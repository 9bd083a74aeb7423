import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { fieldErrors, messageOf } from '@/api/errors'
import type { Household, Invitation, InvitationGiven, InvitationMade } from '@/api/types'
import { say } from '@/components/ui/announce'
import { ErrorNote } from '@/components/ui/notes'
import { dayName } from '@/lib/period'
import { householdsChanged, invitationsQuery, invite, withdraw } from '../api/households'
import { INVITED_OPTIONS, ROLES } from '../lib/roles'
import classes from './households.module.css'
import { MadeInvitation } from './made-invitation'

/** Who is asked in, and asking somebody. */
export function Invitations({ household }: { household: Household }) {
  const client = useQueryClient()
  const { data: open = [] } = useQuery(invitationsQuery(household.id))
  const [made, setMade] = useState<InvitationMade | null>(null)
  const withdrawal = useMutation({
    mutationFn: withdraw,
    onSuccess: () => setMade(null),
    onError: (error) => say({ title: t`The invitation was not withdrawn`, message: messageOf(error), isBad: true }),
    onSettled: () => householdsChanged(client),
  })
  return (
    <section aria-label={t`Invitations`}>
      <Title order={4} size="h5">
        <Trans>Invitations</Trans>
      </Title>
      <ul className={classes['list']}>
        {open.map((one) => (
          <InvitationRow
            key={one.id}
            invitation={one}
            isLeaving={withdrawal.isPending && withdrawal.variables.invitation === one.id}
            onWithdraw={() => withdrawal.mutate({ id: household.id, invitation: one.id })}
          />
        ))}
      </ul>
      {made ? <MadeInvitation made={made} onDone={() => setMade(null)} /> : null}
      <InviteForm
        household={household}
        onMade={(one) => {
          setMade(one)
          householdsChanged(client)
        }}
      />
    </section>
  )
}

function InvitationRow({ invitation, isLeaving, onWithdraw }: { invitation: Invitation; isLeaving: boolean; onWithdraw: () => void }) {
  const { email, role } = invitation
  const day = dayName(invitation.expires_at.slice(0, 10), 'medium')
  return (
    <li className={classes['row']}>
      <div>
        <Text size="sm" fw={560}>
          {email}
        </Text>
        <Text size="sm" c="dimmed">
          {ROLES[role]} · {t`open until ${day}`}
        </Text>
      </div>
      <Button size="xs" variant="default" loading={isLeaving} aria-label={t`Withdraw the invitation of ${email}`} onClick={onWithdraw}>
        <Trans>Withdraw</Trans>
      </Button>
    </li>
  )
}

function InviteForm({ household, onMade }: { household: Household; onMade: (made: InvitationMade) => void }) {
  const form = useForm<InvitationGiven>({ initialValues: { email: '', role: 'partner' } })
  const asking = useMutation({
    mutationFn: (given: InvitationGiven) => invite({ id: household.id, ...given }),
    onSuccess: (made) => {
      form.reset()
      onMade(made)
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  })
  return (
    <form onSubmit={form.onSubmit((values) => asking.mutate(values))}>
      <Stack maw={420}>
        <TextInput type="email" required withAsterisk={false} label={t`E-mail of whom you invite`} {...form.getInputProps('email')} />
        <Select label={t`As`} data={INVITED_OPTIONS} allowDeselect={false} {...form.getInputProps('role')} />
        {asking.error && Object.keys(form.errors).length === 0 ? <ErrorNote what={t`Nobody was invited`} error={asking.error} /> : null}
        <Group>
          <Button type="submit" variant="default" loading={asking.isPending}>
            <Trans>Invite</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
