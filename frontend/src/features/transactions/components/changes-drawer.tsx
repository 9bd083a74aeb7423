import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Drawer, Tabs, Text } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { messageOf } from '@/api/errors'
import type { ChangeSet, DeletedRow } from '@/api/types'
import { say } from '@/components/ui/announce'
import { Money } from '@/components/ui/money'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { dayName } from '@/lib/period'
import { since } from '@/lib/since'
import { changeSummary } from '@/lib/retold'
import { changesQuery, deletedQuery, restoreTransaction } from '../api/changes'
import { moneyChanged } from '../api/transactions'
import { useUndo } from '../api/use-undo'
import classes from './changes-drawer.module.css'

interface ChangesDrawerProps {
  isOpen: boolean
  onClose: () => void
}

/** What was done to the ledger, each with its undo, and the bin. */
export function ChangesDrawer({ isOpen, onClose }: ChangesDrawerProps) {
  return (
    <Drawer opened={isOpen} onClose={onClose} size={480} title={t`Changes`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <Tabs defaultValue="changes" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="changes"><Trans>Done lately</Trans></Tabs.Tab>
          <Tabs.Tab value="deleted"><Trans>Deleted</Trans></Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="changes">
          <Changes />
        </Tabs.Panel>
        <Tabs.Panel value="deleted">
          <Deleted />
        </Tabs.Panel>
      </Tabs>
    </Drawer>
  )
}

function Changes() {
  const list = useInfiniteQuery(changesQuery)
  const undo = useUndo()
  if (list.isPending) return <RowSkeletons rows={6} />
  if (list.isError) return <ErrorNote what={t`The changes could not be loaded`} error={list.error} onRetry={() => void list.refetch()} />
  const changes = list.data.pages.flatMap(({ results }) => results)
  if (changes.length === 0) return <Text c="dimmed"><Trans>Nothing was changed yet. Whatever you change here can be taken back.</Trans></Text>
  return (
    <>
      <ul className={classes['list']} aria-label={t`Changes, newest first`}>
        {changes.map((change) => (
          <OneChange key={change.id} change={change} onUndo={() => undo(change.id)} />
        ))}
      </ul>
      {list.hasNextPage ? (
        <Button mt="md" variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          <Trans>Show earlier ones</Trans>
        </Button>
      ) : null}
    </>
  )
}

function OneChange({ change, onUndo }: { change: ChangeSet; onUndo: () => void }) {
  const summary = changeSummary(change)
  return (
    <li className={classes['row']} data-undone={change.undone_by !== null || undefined}>
      <div>
        <div className={classes['summary']}>{summary}</div>
        <Text size="xs" c="dimmed">
          {since(change.made_at)}
          {change.undone_by === null ? '' : t`, undone`}
        </Text>
      </div>
      {change.can_undo ? (
        <Button size="xs" variant="default" aria-label={t`Undo: ${summary}`} onClick={onUndo}>
          <Trans>Undo</Trans>
        </Button>
      ) : null}
    </li>
  )
}

function Deleted() {
  const list = useInfiniteQuery(deletedQuery)
  const client = useQueryClient()
  const restore = useMutation({
    mutationFn: restoreTransaction,
    onSuccess: () => {
      moneyChanged(client)
      say({ message: t`The transaction is back.` })
    },
    onError: (error) => say({ title: t`Not brought back`, message: messageOf(error), isBad: true }),
  })
  if (list.isPending) return <RowSkeletons rows={6} />
  if (list.isError)
    return <ErrorNote what={t`The deleted transactions could not be loaded`} error={list.error} onRetry={() => void list.refetch()} />
  const rows = list.data.pages.flatMap(({ results }) => results)
  if (rows.length === 0) return <Text c="dimmed"><Trans>Nothing was deleted.</Trans></Text>
  return (
    <>
      <ul className={classes['list']} aria-label={t`Deleted transactions`}>
        {rows.map((row) => (
          <DeletedItem key={row.id} row={row} isBusy={restore.isPending} onRestore={() => restore.mutate(row.id)} />
        ))}
      </ul>
      {list.hasNextPage ? (
        <Button mt="md" variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          <Trans>Show earlier ones</Trans>
        </Button>
      ) : null}
    </>
  )
}

function DeletedItem({ row, isBusy, onRestore }: { row: DeletedRow; isBusy: boolean; onRestore: () => void }) {
  const title = row.payee_name || row.counterparty || row.description || t`A transaction`
  return (
    <li className={classes['row']}>
      <div>
        <div className={classes['summary']}>
          {title} <Money amount={row.amount} currency={row.currency} sign="always" />
        </div>
        <Text size="xs" c="dimmed">
          <Trans>{dayName(row.booking_date, 'medium')}, {row.account_name}; deleted {since(row.deleted_at)}</Trans>
        </Text>
      </div>
      <Button size="xs" variant="default" disabled={isBusy} aria-label={t`Restore ${title}`} onClick={onRestore}>
        <Trans>Restore</Trans>
      </Button>
    </li>
  )
}
