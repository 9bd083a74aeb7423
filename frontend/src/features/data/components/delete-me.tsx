import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Modal, PasswordInput, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { fieldErrors } from '@/api/errors'
import { session } from '@/api/session'
import { ErrorNote } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { deleteMe } from '../api/restore'
import classes from './data.module.css'

/** The end: nothing of it can be brought back, so the password is asked for. */
export function DeleteMe() {
  const [isAsking, setAsking] = useState(false)
  const [password, setPassword] = useState('')
  const removal = useMutation({ mutationFn: () => deleteMe(password), onSuccess: () => session.signOut() })
  const refused = fieldErrors(removal.error)['password']
  return (
    <Section title={t`Delete everything`}>
      <div className={classes['danger']}>
        <Text size="sm" c="dimmed" mb="md">
          <Trans>Your account goes with all its transactions, files and reports. Take the archive first if you may want it back.</Trans>
        </Text>
        <Button variant="default" c="var(--mantine-color-error)" onClick={() => setAsking(true)}>
          <Trans>Delete my account</Trans>
        </Button>
      </div>
      <Modal
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t`Delete your account and everything in it?`}
        closeButtonProps={{ 'aria-label': t`Close` }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault()
            removal.mutate()
          }}
        >
          <Stack>
            <Text size="sm"><Trans>This cannot be undone, by you or by anybody else.</Trans></Text>
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
    </Section>
  )
}
