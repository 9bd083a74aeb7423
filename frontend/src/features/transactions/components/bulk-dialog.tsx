import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Checkbox, Group, Modal, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BulkPreview, BulkRequest } from '@/api/types'
import { offerUndo, say } from '@/components/ui/announce'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { doBulk, previewBulk, type Deed } from '../api/bulk'
import { moneyChanged } from '../api/transactions'
import { useUndo } from '../api/use-undo'
import { fieldName, toldFields, valueWords } from '@/lib/change-words'
import classes from './bulk-dialog.module.css'

export interface Asked {
  rows: Partial<BulkRequest>
  deed: Deed
  /** What is to be done, in words: "Category: Travel". */
  words: string
}

interface BulkDialogProps {
  asked: Asked | null
  titleOf: (id: number) => string
  onClose: () => void
  onDone: () => void
}

/** Shows what will change before anything does. */
export function BulkDialog({ asked, titleOf, onClose, onDone }: BulkDialogProps) {
  return (
    <Modal opened={asked !== null} onClose={onClose} title={asked?.words ?? ''} size="lg" closeButtonProps={{ 'aria-label': t`Close` }}>
      {asked ? <Preview key={asked.words} asked={asked} titleOf={titleOf} onClose={onClose} onDone={onDone} /> : null}
    </Modal>
  )
}

function Preview({ asked, titleOf, onClose, onDone }: BulkDialogProps & { asked: Asked }) {
  const { rows, deed, words } = asked
  const [unlock, setUnlock] = useState(false)
  const client = useQueryClient()
  const undo = useUndo()
  const preview = useQuery({
    queryKey: ['transactions', 'bulk', rows, deed],
    queryFn: () => previewBulk(rows, deed),
    gcTime: 0,
  })
  const work = useMutation({
    mutationFn: (expected: number) => doBulk(rows, deed, expected, unlock),
    onSuccess: ({ count: done, change_set: change, job }) => {
      moneyChanged(client)
      if (job) say({ message: t`${words}: ${plural(done, { one: '# transaction', other: '# transactions' })} are being changed. You can go on; Jobs shows how far it is.` })
      else if (change === null) say({ message: t`Nothing was different.` })
      else offerUndo(`${words}: ${plural(done, { one: '# transaction', other: '# transactions' })}.`, () => undo(change))
      onDone()
    },
  })
  if (preview.isPending) return <RowSkeletons rows={5} />
  if (preview.isError) return <ErrorNote what={t`This cannot be done`} error={preview.error} onRetry={() => void preview.refetch()} />
  const { count: found, changes, locked } = preview.data
  const isDelete = 'action' in deed
  return (
    <>
      <Text mb="sm">
        {isDelete ? t`${plural(found, { one: '# transaction', other: '# transactions' })} will be deleted. You can bring them back.` : t`${plural(found, { one: '# transaction', other: '# transactions' })} chosen.`}
      </Text>
      {changes.length === 0 ? <Text c="dimmed"><Trans>They all have this already: nothing would change.</Trans></Text> : <ChangeList changes={changes} titleOf={titleOf} />}
      {locked > 0 ? (
        <Checkbox
          mt="md"
          label={t`Also change ${plural(locked, { one: '# row', other: '# rows' })} that you reconciled with a statement`}
          checked={unlock}
          onChange={(event) => setUnlock(event.target.checked)}
        />
      ) : null}
      {work.error ? <ErrorNote what={t`Nothing was changed`} error={work.error} onRetry={() => void preview.refetch()} /> : null}
      <Group mt="lg" justify="flex-end">
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button
          data-autofocus
          color={isDelete ? 'clay' : 'sea'}
          loading={work.isPending}
          disabled={changes.length === 0 || (locked > 0 && !unlock)}
          onClick={() => work.mutate(found)}
        >
          {isDelete ? t`Delete ${plural(found, { one: '# transaction', other: '# transactions' })}` : t`Change ${plural(found, { one: '# transaction', other: '# transactions' })}`}
        </Button>
      </Group>
    </>
  )
}

function ChangeList({ changes, titleOf }: { changes: BulkPreview['changes']; titleOf: (id: number) => string }) {
  return (
    <div className={classes['scroll']} tabIndex={0} role="region" aria-label={t`What will change`}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col"><Trans>Transaction</Trans></th>
            <th scope="col"><Trans>What</Trans></th>
            <th scope="col"><Trans>Now</Trans></th>
            <th scope="col"><Trans>Then</Trans></th>
          </tr>
        </thead>
        <tbody>
          {toldFields(changes).map(({ id, field, before, after }) => (
            <tr key={`${id} ${field}`}>
              <td>{titleOf(id)}</td>
              <td>{fieldName(field)}</td>
              <td>{valueWords(before, field)}</td>
              <td>{valueWords(after, field)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
