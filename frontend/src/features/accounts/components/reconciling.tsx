import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { fieldErrors } from '@/api/errors'
import type { Account, Reconciliation } from '@/api/types'
import { Money } from '@/components/ui/money'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { parseTyped } from '@/lib/money'
import { dayName } from '@/lib/period'
import { moneyChanged, reconciliationsQuery, startReconciliation, undoReconciliation } from '../api/accounts'
import classes from './accounts.module.css'
import { TickSheet } from './tick-sheet'

interface ReconcilingProps {
  account: Account
  today: string
}

/** Compare the account with a statement of its bank: opening + ticked rows = closing, then the rows are locked. */
export function Reconciling({ account, today }: ReconcilingProps) {
  const known = useQuery(reconciliationsQuery(account.id))
  if (known.isPending) return <RowSkeletons rows={2} />
  if (known.isError)
    return <ErrorNote what={t`The reconciliations could not be loaded`} error={known.error} onRetry={() => void known.refetch()} />
  const open = known.data.find(({ status }) => status === 'open')
  const done = known.data.filter(({ status }) => status !== 'open')
  return (
    <Section title={t`Agree with the bank`}>
      {open ? <TickSheet one={open} /> : <StartForm account={account} today={today} />}
      {done.length > 0 ? <Done list={done} /> : null}
    </Section>
  )
}

function StartForm({ account, today }: ReconcilingProps) {
  const client = useQueryClient()
  const form = useForm({
    initialValues: { day: today, closing: '' },
    validate: {
      day: (value) => (value ? null : t`Say which day the statement ends.`),
      closing: (value) => (parseTyped(value, account.currency) === null ? t`Write the balance as it stands there, such as 1204.50.` : null),
    },
  })
  const start = useMutation({
    mutationFn: ({ day, closing }: typeof form.values) =>
      startReconciliation(account.id, day, parseTyped(closing, account.currency) ?? '0'),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['accounts'] }),
    onError: (error) => {
      const said = fieldErrors(error)
      form.setErrors({ day: said['statement_date'], closing: said['closing_balance'] })
    },
  })
  return (
    <form className={classes['start']} onSubmit={form.onSubmit((values) => start.mutate(values))}>
      <Text size="sm" c="dimmed" className={classes['wide']}>
        <Trans>Take a bank statement: its last day and its closing balance. You tick what stands on it; when it adds up, those rows are locked.</Trans>
      </Text>
      <TextInput label={t`Statement ends on`} type="date" {...form.getInputProps('day')} />
      <TextInput label={t`Closing balance in ${account.currency}`} inputMode="decimal" {...form.getInputProps('closing')} />
      <Button type="submit" loading={start.isPending}>
        <Trans>Begin</Trans>
      </Button>
      {start.error && Object.values(form.errors).every((one) => !one) ? (
        <div className={classes['wide']}>
          <ErrorNote what={t`It could not begin`} error={start.error} />
        </div>
      ) : null}
    </form>
  )
}

function Done({ list }: { list: readonly Reconciliation[] }) {
  const client = useQueryClient()
  const undo = useMutation({
    mutationFn: undoReconciliation,
    onSuccess: () => moneyChanged(client),
  })
  const latest = list.find(({ status }) => status === 'finished')
  return (
    <>
      {undo.error ? <ErrorNote what={t`It was not opened again`} error={undo.error} /> : null}
      <ul className={classes['list']} aria-label={t`Reconciled so far, newest first`}>
        {list.map((one) => (
          <li key={one.id} className={classes['row']}>
            <div>
              {t({ message: `Up to ${dayName(one.statement_date, 'medium')}`, comment: 'A day' })}
              <Text size="xs" c="dimmed">
                {plural(one.rows, { one: '# row locked', other: '# rows locked' })}
                {one.status === 'undone' ? t`, undone` : ''}
              </Text>
            </div>
            <div className={classes['totals']}>
              <Money amount={one.closing_balance} currency={one.currency} />
              {one.id === latest?.id ? (
                <Button size="xs" variant="default" loading={undo.isPending} onClick={() => undo.mutate(one.id)}>
                  <Trans>Unlock</Trans>
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
