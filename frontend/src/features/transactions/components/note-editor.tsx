import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Transaction } from '@/api/types'
import { ErrorNote } from '@/components/ui/notes'
import { useUnsaved } from '@/components/ui/unsaved'
import { moneyChanged, patchTransaction, showChanged } from '../api/transactions'

/** The person's own words. Saved by a button, never lost by a slip. */
export function NoteEditor({ txn }: { txn: Transaction }) {
  const [note, setNote] = useState(txn.note)
  useUnsaved(note !== txn.note)
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: () => patchTransaction(txn.id, { note }),
    onSuccess: (saved) => {
      showChanged(client, txn.id, () => saved)
      moneyChanged(client)
    },
  })
  return (
    <div>
      <Textarea
        label={t`Your note`}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        placeholder={t`What was it for?`}
      />
      {save.error ? <ErrorNote what={t`The note was not saved`} error={save.error} /> : null}
      {note !== txn.note ? (
        <Group gap="xs" mt="xs">
          <Button size="xs" loading={save.isPending} onClick={() => save.mutate()}>
            <Trans>Save note</Trans>
          </Button>
          <Button size="xs" variant="default" onClick={() => setNote(txn.note)}>
            <Trans>Leave as it was</Trans>
          </Button>
        </Group>
      ) : null}
    </div>
  )
}
