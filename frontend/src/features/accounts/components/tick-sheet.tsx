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
    onError: (error) => say({ title: 'The tick was not kept', message: messageOf(error), isBad: true }),
    onSettled: () => {
      if (client.isMutating() <= 1) void client.invalidateQueries({ queryKey: tickRowsQuery(one.id).queryKey })
    },
  })
  const finish = useMutation({
    mutationFn: (adjust: boolean) => finishReconciliation(one.id, adjust),
    onSuccess: (done) => {
      moneyChanged(client)
      offerUndo(`${done.account_name} agrees with the bank up to ${dayName(done.statement_date, 'medium')}.`, () => {
        void undoReconciliation(done.id).then(() => moneyChanged(client))
      })
    },
  })
  const drop = useMutation({ mutationFn: () => discardReconciliation(one.id), onSuccess: () => moneyChanged(client) })
  const agrees = signOf(one.difference) === 0
  return (
    <div>
      <Sum one={one} agrees={agrees} />
      {finish.error ? <ErrorNote what="It is not finished" error={finish.error} /> : null}
      {rows.isPending ? <RowSkeletons rows={6} /> : null}
      {rows.isError ? <ErrorNote what="The rows could not be loaded" error={rows.error} onRetry={() => void rows.refetch()} /> : null}
      {rows.data?.length === 0 ? <Text c="dimmed">No row up to this day is open. Nothing can be ticked.</Text> : null}
      <ul className={classes['list']} aria-label="Rows up to the day of the statement">
        {rows.data?.map((row) => (
          <li key={row.id} className={classes['tick']} data-explains={(!agrees && row.explains) || undefined}>
            <Checkbox
              checked={row.is_ticked}
              label={
                <span className={classes['ticked']}>
                  <span className={classes['day']}>{dayName(row.booking_date, 'medium')}</span>
                  <span>{row.payee_name || row.counterparty || row.description || 'Without a text'}</span>
                </span>
              }
              description={!agrees && row.explains ? 'This row alone would settle the difference.' : undefined}
              onChange={(event) => tick.mutate({ id: row.id, isTicked: event.target.checked })}
            />
            <Money amount={row.amount} currency={row.currency} sign="always" />
          </li>
        ))}
      </ul>
      <Group mt="md">
        <Button disabled={!agrees || tick.isPending} loading={finish.isPending} onClick={() => finish.mutate(false)}>
          Finish and lock
        </Button>
        {agrees ? null : (
          <Button variant="default" disabled={tick.isPending || finish.isPending} onClick={() => finish.mutate(true)}>
            Book the difference and finish
          </Button>
        )}
        <Button variant="subtle" loading={drop.isPending} onClick={() => drop.mutate()}>
          Give up
        </Button>
      </Group>
    </div>
  )
}

function Sum({ one, agrees }: { one: Reconciliation; agrees: boolean }) {
  return (
    <div className={classes['sum']} role="status">
      <span>
        <Money amount={one.opening_balance} currency={one.currency} /> <small>opening</small>
      </span>
      <span aria-hidden>+</span>
      <span>
        <Money amount={one.ticked} currency={one.currency} /> <small>ticked</small>
      </span>
      <span aria-hidden>{agrees ? '=' : '≠'}</span>
      <span>
        <Money amount={one.closing_balance} currency={one.currency} /> <small>closing on {dayName(one.statement_date, 'medium')}</small>
      </span>
      <strong>
        {agrees ? (
          'Adds up'
        ) : (
          <>
            <Money amount={one.difference} currency={one.currency} sign="always" /> missing
          </>
        )}
      </strong>
    </div>
  )
}
