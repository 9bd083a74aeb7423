import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { messageOf } from '@/api/errors'
import { categoriesQuery } from '@/api/queries'
import type { Transaction } from '@/api/types'
import { offerUndo, say } from '@/components/ui/announce'
import { GuardedDrawer } from '@/components/ui/guarded-drawer'
import { Money } from '@/components/ui/money'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { dayName } from '@/lib/period'
import { restoreTransaction } from '../api/changes'
import { deleteTransaction, moneyChanged, transactionQuery } from '../api/transactions'
import { useCategoryChange } from '../api/use-category-change'
import { transactionTitle } from '@/lib/transaction-title'
import { retold } from '@/lib/retold'
import { Attachments } from './attachments'
import { CategoryCell } from './category-cell'
import { NoteEditor } from './note-editor'
import { RowHistory } from './row-history'
import { RowOriginPart } from './row-origin'
import { SplitEditor } from './split-editor'
import { SplitList } from './split-list'
import { TagEditor } from './tag-editor'
import { TransferNote } from './transfer-note'
import classes from './transaction-drawer.module.css'

const STATUS = { pending: t`pending`, cleared: t`cleared`, reconciled: t`reconciled` } as const

interface TransactionDrawerProps {
  isOpen: boolean
  id: number
  onClose: () => void
}

export function TransactionDrawer({ isOpen, id, onClose }: TransactionDrawerProps) {
  const txn = useQuery(transactionQuery(id))
  return (
    <GuardedDrawer opened={isOpen} onClose={onClose} size={480} title={txn.data ? transactionTitle(txn.data) : t`Transaction`}>
      {txn.isPending ? <RowSkeletons rows={6} /> : null}
      {txn.isError ? (
        <ErrorNote what={t`This transaction could not be loaded`} error={txn.error} onRetry={() => void txn.refetch()} />
      ) : null}
      {txn.data ? <Details key={txn.data.id} txn={txn.data} onClose={onClose} /> : null}
    </GuardedDrawer>
  )
}

function Details({ txn, onClose }: { txn: Transaction; onClose: () => void }) {
  const [isSplitting, setSplitting] = useState(false)
  const [isChoosing, setChoosing] = useState(false)
  const { data: categories = [] } = useQuery(categoriesQuery)
  const changeCategory = useCategoryChange()
  return (
    <div className={classes['details']}>
      <div className={classes['amount']}>
        <Money amount={txn.amount} currency={txn.currency} large sign="always" />
      </div>
      <dl className={classes['facts']}>
        <dt><Trans>Booked</Trans></dt>
        <dd>{dayName(txn.booking_date)}</dd>
        {txn.value_date && txn.value_date !== txn.booking_date ? (
          <>
            <dt><Trans>Value date</Trans></dt>
            <dd>{dayName(txn.value_date)}</dd>
          </>
        ) : null}
        <dt><Trans>Account</Trans></dt>
        <dd>{txn.account_name}</dd>
        <dt><Trans>Category</Trans></dt>
        <dd>
          <CategoryCell
            txn={txn}
            categories={categories}
            isEditing={isChoosing}
            onEdit={setChoosing}
            onPick={(category) => changeCategory({ txn, category })}
          />
          {txn.category_reason ? (
            <Text size="xs" c="dimmed">
              {txn.category_source === 'suggestion' ? t`Suggested: ${retold(txn.category_reason)}` : retold(txn.category_reason)}
            </Text>
          ) : null}
        </dd>
        {txn.counterparty ? (
          <>
            <dt><Trans>Counterparty</Trans></dt>
            <dd className={classes['verbatim']}>{txn.counterparty}</dd>
          </>
        ) : null}
        {txn.description ? (
          <>
            <dt><Trans>Bank’s text</Trans></dt>
            <dd className={classes['verbatim']}>{txn.description}</dd>
          </>
        ) : null}
        <dt><Trans>Status</Trans></dt>
        <dd>{STATUS[txn.status]}</dd>
      </dl>
      <TransferNote txn={txn} />
      <TagEditor txn={txn} />
      <NoteEditor txn={txn} />
      <Attachments txn={txn} />
      {isSplitting ? (
        <SplitEditor txn={txn} categories={categories} onDone={() => setSplitting(false)} />
      ) : (
        <SplitList txn={txn} categories={categories} onEdit={() => setSplitting(true)} />
      )}
      <RowOriginPart id={txn.id} />
      <RowHistory id={txn.id} />
      <DeleteBar txn={txn} onDeleted={onClose} />
    </div>
  )
}

/** Deleting is one press: it can be undone at once, and later from the list of changes. */
function DeleteBar({ txn, onDeleted }: { txn: Transaction; onDeleted: () => void }) {
  const client = useQueryClient()
  const removal = useMutation({
    mutationFn: () => deleteTransaction(txn.id),
    onSuccess: () => {
      client.removeQueries({ queryKey: transactionQuery(txn.id).queryKey })
      moneyChanged(client)
      offerUndo(t`${transactionTitle(txn)} was deleted.`, () => {
        restoreTransaction(txn.id).then(
          () => moneyChanged(client),
          (error: unknown) => say({ title: t`Not brought back`, message: messageOf(error), isBad: true }),
        )
      })
      onDeleted()
    },
  })
  return (
    <div className={classes['delete']}>
      {removal.error ? <ErrorNote what={t`The transaction was not deleted`} error={removal.error} /> : null}
      <Button
        variant="subtle"
        color="clay"
        c="var(--mantine-color-error)"
        size="xs"
        loading={removal.isPending}
        onClick={() => removal.mutate()}
      >
        <Trans>Delete this transaction</Trans>
      </Button>
    </div>
  )
}
