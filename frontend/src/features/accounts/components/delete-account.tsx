import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Account } from '@/api/types'
import { say } from '@/components/ui/announce'
import { ErrorNote } from '@/components/ui/notes'
import { useNestedDialog } from '@/components/ui/unsaved'
import { deleteAccount, moneyChanged } from '../api/accounts'
import classes from './accounts.module.css'

interface DeleteAccountProps {
  account: Account
  onDeleted: () => void
}

/** The one deed here that cannot be undone, so the name has to be written. */
export function DeleteAccount({ account, onDeleted }: DeleteAccountProps) {
  const [isAsking, setAsking] = useState(false)
  const [typed, setTyped] = useState('')
  useNestedDialog(isAsking)
  const client = useQueryClient()
  const removal = useMutation({
    mutationFn: () => deleteAccount(account.id),
    onSuccess: () => {
      moneyChanged(client)
      say({ message: t`${account.name} is deleted.` })
      onDeleted()
    },
  })
  const isMeant = typed.trim() === account.name
  return (
    <div className={classes['delete']}>
      <Button variant="subtle" color="clay" c="var(--mantine-color-error)" size="xs" onClick={() => setAsking(true)}>
        <Trans>Delete this account</Trans>
      </Button>
      <Modal
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t`Delete ${account.name}?`}
        closeButtonProps={{ 'aria-label': t`Close` }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (isMeant) removal.mutate()
          }}
        >
          <Stack>
            <Text size="sm">
              {account.transaction_count > 0
                ? plural(account.transaction_count, {
                    one: '# transaction on it and its files go with it. This cannot be undone. To keep it out of the way instead, archive the account.',
                    other: '# transactions on it and their files go with it. This cannot be undone. To keep them out of the way instead, archive the account.',
                  })
                : t`It has no transactions. This cannot be undone.`}
            </Text>
            <TextInput
              label={t`Write “${account.name}” to delete it`}
              data-autofocus
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            {removal.error ? <ErrorNote what={t`The account was not deleted`} error={removal.error} /> : null}
            <Button type="submit" color="clay" disabled={!isMeant} loading={removal.isPending}>
              <Trans>Delete for good</Trans>
            </Button>
          </Stack>
        </form>
      </Modal>
    </div>
  )
}
