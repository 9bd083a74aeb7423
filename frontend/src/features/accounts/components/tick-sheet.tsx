import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Checkbox, Group, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { messageOf } from '@/api/errors'
import type { Reconciliation, TickRow } from '@/api/types'
import { offerUndo, say } from '@/components/ui/announce'
import { Money } from '@/components/ui/money'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { signOf } from '@/lib/money'
import { dayName } from '@/lib/period'
import {
  changeTicks,
  discardReconciliation,
  finishReconciliation,
  moneyChanged,
  reconciliationsQuery,
  tickRowsQuery,
  undoReconciliation,
} from '../api/accounts'
import classes from './accounts.module.css'

/** The rows up to the statement's day with a tick each, and what is still missing. */
export function TickSheet({ one }: { one: Reconciliation }) {
  const client = useQueryClient()
  const rows = useQuery(tickRowsQuery(one.id))
  const { queryKey } = reconciliationsQuery(one.account)
  const tick = useMutation({
    mutationFn: ({ id, isTicked }: { id: number; isTicked: boolean }) =>
      changeTicks(one.id, isTicked ? { tick: [id] } : { untick: [id] }),
    onMutate: ({ id, isTicked }) =>
      client.setQueryData<TickRow[]>(tickRowsQuery(one.id).queryKey, (known) =>
        known?.map((row) => (row.id === id ? { ...row, is_ticked: isTicked } : row)),
      ),
    onSuccess: (saved) =>
      client.setQueryData<Reconciliation[]>(queryKey, (known) => known?.map((other) => (other.id === saved.id ? saved : other))),
    onError: (error) => say({ title: t`The tick was not kept`, message: messageOf(error), isBad: true }),
    onSettled: () => {
      if (client.isMutating() <= 1) void client.invalidateQueries({ queryKey: tickRowsQuery(one.id).queryKey })
    },
  })
  const finish = useMutation({
    mutationFn: (adjust: boolean) => finishReconciliation(one.id, adjust),
    onSuccess: (done) => {
      moneyChanged(client)
      offerUndo(t`${done.account_name} agrees with the bank up to ${dayName(done.statement_date, 'medium')}.`, () => {
        void undoReconciliation(done.id).then(() => moneyChanged(client))
      })
    },
  })
  const drop = useMutation({ mutationFn: () => discardReconciliation(one.id), onSuccess: () => moneyChanged(client) })
  const agrees = signOf(one.difference) === 0
  return (
    <div>
      <Sum one={one} agrees={agrees} />
      {finish.error ? <ErrorNote what={t`It is not finished`} error={finish.error} /> : null}
      {rows.isPending ? <RowSkeletons rows={6} /> : null}
      {rows.isError ? <ErrorNote what={t`The rows could not be loaded`} error={rows.error} onRetry={() => void rows.refetch()} /> : null}
      {rows.data?.length === 0 ? <Text c="dimmed"><Trans>No row up to this day is open. Nothing can be ticked.</Trans></Text> : null}
      <ul className={classes['list']} aria-label={t`Rows up to the day of the statement`}>
        {rows.data?.map((row) => (
          <li key={row.id} className={classes['tick']} data-explains={(!agrees && row.explains) || undefined}>
            <Checkbox
              checked={row.is_ticked}
              label={
                <span className={classes['ticked']}>
                  <span className={classes['day']}>{dayName(row.booking_date, 'medium')}</span>
                  <span>{row.payee_name || row.counterparty || row.description || t`Without a text`}</span>
                </span>
              }
              description={!agrees && row.explains ? t`This row alone would settle the difference.` : undefined}
              onChange={(event) => tick.mutate({ id: row.id, isTicked: event.target.checked })}
            />
            <Money amount={row.amount} currency={row.currency} sign="always" />
          </li>
        ))}
      </ul>
      <Group mt="md">
        <Button disabled={!agrees || tick.isPending} loading={finish.isPending} onClick={() => finish.mutate(false)}>
          <Trans>Finish and lock</Trans>
        </Button>
        {agrees ? null : (
          <Button variant="default" disabled={tick.isPending || finish.isPending} onClick={() => finish.mutate(true)}>
            <Trans>Book the difference and finish</Trans>
          </Button>
        )}
        <Button variant="subtle" loading={drop.isPending} onClick={() => drop.mutate()}>
          <Trans>Give up</Trans>
        </Button>
      </Group>
    </div>
  )
}

function Sum({ one, agrees }: { one: Reconciliation; agrees: boolean }) {
  return (
    <div className={classes['sum']} role="status">
      <span>
        <Money amount={one.opening_balance} currency={one.currency} /> <small><Trans>opening</Trans></small>
      </span>
      <span aria-hidden>+</span>
      <span>
        <Money amount={one.ticked} currency={one.currency} /> <small><Trans>ticked</Trans></small>
      </span>
      <span aria-hidden>{agrees ? '=' : '≠'}</span>
      <span>
        <Money amount={one.closing_balance} currency={one.currency} /> <small><Trans>closing on {dayName(one.statement_date, 'medium')}</Trans></small>
      </span>
      <strong>
        {agrees ? (
          t`Adds up`
        ) : (
          <>
            <Trans><Money amount={one.difference} currency={one.currency} sign="always" /> missing</Trans>
          </>
        )}
      </strong>
    </div>
  )
}
