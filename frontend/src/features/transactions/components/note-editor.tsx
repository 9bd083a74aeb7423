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
        label="Your note"
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        placeholder="What was it for?"
      />
      {save.error ? <ErrorNote what="The note was not saved" error={save.error} /> : null}
      {note !== txn.note ? (
        <Group gap="xs" mt="xs">
          <Button size="xs" loading={save.isPending} onClick={() => save.mutate()}>
            Save note
          </Button>
          <Button size="xs" variant="default" onClick={() => setNote(txn.note)}>
            Leave as it was
          </Button>
        </Group>
      ) : null}
    </div>
  )
}
