import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Modal, PasswordInput, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { fieldErrors } from '@/api/errors'
import { ledger, switchLedger } from '@/api/ledger'
import type { Household } from '@/api/types'
import { ErrorNote } from '@/components/ui/notes'
import { deleteHousehold, householdsChanged } from '../api/households'

/** For all of its members, so the password is asked for. */
export function DeleteHousehold({ household }: { household: Household }) {
  const client = useQueryClient()
  const { name } = household
  const [isAsking, setAsking] = useState(false)
  const [password, setPassword] = useState('')
  const removal = useMutation({
    mutationFn: () => deleteHousehold({ id: household.id, password }),
    onSuccess: () => {
      if (ledger.current?.id === household.id) switchLedger(null)
      else householdsChanged(client)
    },
  })
  const refused = fieldErrors(removal.error)['password']
  return (
    <div>
      <Button size="xs" variant="default" c="var(--mantine-color-error)" onClick={() => setAsking(true)}>
        <Trans>Delete the household</Trans>
      </Button>
      <Modal
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t`Delete ${name} and everything in it?`}
        closeButtonProps={{ 'aria-label': t`Close` }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault()
            removal.mutate()
          }}
        >
          <Stack>
            <Text size="sm">
              <Trans>Its accounts, transactions, files and reports go for all of its members, for good. Your own money stays as it is.</Trans>
            </Text>
            <PasswordInput
              label={t`Your password`}
              autoComplete="current-password"
              data-autofocus
              value={password}
              error={refused ?? null}
              onChange={(event) => setPassword(event.target.value)}
            />
            {removal.error && !refused ? <ErrorNote what={t`Nothing was deleted`} error={removal.error} /> : null}
            <Button type="submit" color="clay" disabled={password === ''} loading={removal.isPending}>
              <Trans>Delete for good</Trans>
            </Button>
          </Stack>
        </form>
      </Modal>
    </div>
  )
}
