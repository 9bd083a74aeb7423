import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { ledger, switchLedger } from '@/api/ledger'
import type { Household } from '@/api/types'
import { MAY, ROLES } from '../lib/roles'
import { DeleteHousehold } from './delete-household'
import { HouseholdForm } from './household-form'
import classes from './households.module.css'
import { Invitations } from './invitations'
import { Members } from './members'

export function HouseholdCard({ household }: { household: Household }) {
  const [isOpen, setOpen] = useState(false)
  const { id, name, role, people } = household
  const isHere = ledger.current?.id === id
  return (
    <article className={classes['card']} aria-label={name}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={3} size="h4">
            {name}
          </Title>
          <Text size="sm" c="dimmed">
            {plural(people, { one: '# member', other: '# members' })} · {ROLES[role]}: {MAY[role]}
          </Text>
        </div>
        <Group gap="xs">
          {isHere ? null : (
            <Button size="xs" aria-label={t`Open ${name}`} onClick={() => switchLedger({ id, name, role })}>
              <Trans>Open</Trans>
            </Button>
          )}
          <Button size="xs" variant="default" aria-expanded={isOpen} aria-label={t`Manage ${name}`} onClick={() => setOpen(!isOpen)}>
            <Trans>Manage</Trans>
          </Button>
        </Group>
      </Group>
      {isOpen ? (
        <Stack gap="lg" mt="md">
          <Members household={household} />
          {role === 'owner' ? <Invitations household={household} /> : null}
          {role === 'viewer' ? null : <HouseholdForm key={`${name} ${household.base_currency}`} household={household} />}
          {role === 'owner' ? <DeleteHousehold household={household} /> : null}
        </Stack>
      ) : null}
    </article>
  )
}
