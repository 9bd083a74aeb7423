import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Modal, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { messageOf } from '@/api/errors'
import type { RollbackPreview, StatementImport } from '@/api/types'
import { say } from '@/components/ui/announce'
import { dayName } from '@/lib/period'
import { useLast } from '@/lib/use-last'
import { humanised, listed } from '@/lib/words'
import { importChanged, importQuery, rollbackImport, rollbackPreview } from '../api/imports'
import classes from './undo-button.module.css'

/** Takes an import back. What a person changed since is shown first, for it goes as well. */
export function UndoButton({ run, size = 'sm', label }: { run: StatementImport; size?: string; label?: string }) {
  const client = useQueryClient()
  const [found, setFound] = useState<RollbackPreview | null>(null)
  const shown = useLast(found)
  const rollback = useMutation({
    mutationFn: (unlock: boolean) => rollbackImport(run.id, unlock),
    onSuccess: (back) => {
      setFound(null)
      client.setQueryData(importQuery(run.id).queryKey, back)
      importChanged(client)
    },
    onError: (error) => say({ title: t`The import was not taken back`, message: messageOf(error), isBad: true }),
  })
  const look = useMutation({
    mutationFn: () => rollbackPreview(run.id),
    // Nothing of the person's own would be lost: no need to ask twice.
    onSuccess: (preview) =>
      preview.edited.length === 0 && preview.reconciled === 0 ? rollback.mutate(false) : setFound(preview),
    onError: (error) => say({ title: t`The import was not taken back`, message: messageOf(error), isBad: true }),
  })
  return (
    <>
      <Button
        size={size}
        variant="default"
        loading={look.isPending || (rollback.isPending && found === null)}
        onClick={() => look.mutate()}
        {...(label ? { 'aria-label': label } : {})}
      >
        <Trans>Undo</Trans>
      </Button>
      <Modal
        opened={found !== null}
        onClose={() => setFound(null)}
        title={t`Take back ${run.file_name}?`}
        closeButtonProps={{ 'aria-label': t`Close` }}
        size="lg"
      >
        {shown ? <Losses preview={shown} /> : null}
        <div className={classes['buttons']}>
          <Button variant="default" onClick={() => setFound(null)} data-autofocus>
            <Trans>Keep it</Trans>
          </Button>
          <Button color="clay" loading={rollback.isPending} onClick={() => rollback.mutate((shown?.reconciled ?? 0) > 0)}>
            <Trans>Take back {plural(shown?.transactions ?? 0, { one: '# transaction', other: '# transactions' })}</Trans>
          </Button>
        </div>
      </Modal>
    </>
  )
}

/** What of a row would go, by the server's names. */
const WHAT: Record<string, string> = {
  'booking date': t`booking date`,
  account: t`account`,
  amount: t`amount`,
  category: t`category`,
  note: t`note`,
  payee: t`payee`,
  splits: t`shares`,
  status: t`status`,
  transfer: t`transfer`,
}

function Losses({ preview }: { preview: RollbackPreview }) {
  return (
    <>
      {preview.edited.length > 0 ? (
        <Text size="sm" mb="xs">
          {plural(preview.edited.length, {
            one: 'You changed # transaction of this import since. This would go as well:',
            other: 'You changed # transactions of this import since. These would go as well:',
          })}
        </Text>
      ) : null}
      <ul className={classes['edits']}>
        {preview.edited.map(({ transaction, booking_date: day, description, what }) => (
          <li key={transaction}>
            <span className={classes['day']}>{dayName(day, 'medium')}</span>
            <span>{description}</span>
            <span className={classes['what']}>{humanised(listed(what.map((name) => WHAT[name] ?? name)))}</span>
          </li>
        ))}
      </ul>
      {preview.reconciled > 0 ? (
        <Text size="sm" mt="sm">
          {plural(preview.reconciled, {
            one: '# transaction is reconciled with a bank statement. Taking the import back changes what you agreed on there.',
            other: '# transactions are reconciled with a bank statement. Taking the import back changes what you agreed on there.',
          })}
        </Text>
      ) : null}
      {preview.accounts_removed.length > 0 ? (
        <Text size="sm" mt="sm">
          <Trans>The account {listed(preview.accounts_removed)} was made by this import and goes with it.</Trans>
        </Text>
      ) : null}
      {preview.kept_for_later_imports > 0 ? (
        <Text size="sm" mt="sm">
          {plural(preview.kept_for_later_imports, {
            one: '# transaction stays, because a later file holds it too.',
            other: '# transactions stay, because a later file holds them too.',
          })}
        </Text>
      ) : null}
      <Text size="sm" c="dimmed" mt="sm">
        <Trans>Everything else is exactly as it was before the import.</Trans>
      </Text>
    </>
  )
}
