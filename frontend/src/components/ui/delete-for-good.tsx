import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Modal, PasswordInput, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { fieldErrors } from '@/api/errors'
import { ErrorNote } from './notes'

interface DeleteForGoodProps {
  title: string
  /** What goes, and that it does not come back. */
  children: ReactNode
  isOpen: boolean
  onClose: () => void
  deed: (password: string) => Promise<void>
  onDone: () => void
}

/** Nothing of it can be brought back, so the password is asked for. */
export function DeleteForGood({ title, children, isOpen, onClose, deed, onDone }: DeleteForGoodProps) {
  const [password, setPassword] = useState('')
  const removal = useMutation({ mutationFn: () => deed(password), onSuccess: onDone })
  const refused = fieldErrors(removal.error)['password']
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t`Close` }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          removal.mutate()
        }}
      >
        <Stack>
          <Text size="sm">{children}</Text>
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
  )
}
