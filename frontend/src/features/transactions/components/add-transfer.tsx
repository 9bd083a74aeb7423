import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { fieldErrors, messageOf } from '@/api/errors'
import type { Account } from '@/api/types'
import { offerUndo, say } from '@/components/ui/announce'
import { ErrorNote } from '@/components/ui/notes'
import { parseTyped, signOf } from '@/lib/money'
import { undoLatestOf } from '../api/changes'
import { moneyChanged } from '../api/transactions'
import { createTransfer } from '../api/transfers'

interface AddTransferProps {
  accounts: readonly Account[]
  today: string
  onDone: () => void
}

function isPositive(text: string, currency: string): boolean {
  const amount = parseTyped(text, currency)
  return amount !== null && signOf(amount) > 0
}

const AMOUNT = t`Write an amount such as 12.50.`

/** Both sides of one movement between two accounts. Between two currencies both amounts are asked for. */
export function AddTransfer({ accounts, today, onDone }: AddTransferProps) {
  const client = useQueryClient()
  const accountOf = (id: string | null): Account | undefined => accounts.find((account) => String(account.id) === id)
  const currencyOf = (id: string | null): string => accountOf(id)?.currency ?? 'EUR'
  const form = useForm({
    initialValues: {
      from: accounts[0] ? String(accounts[0].id) : null,
      to: accounts[1] ? String(accounts[1].id) : null,
      amount: '',
      arrives: '',
      day: today,
      note: '',
    },
    validate: {
      from: (value) => (value ? null : t`Choose an account.`),
      to: (value, { from }) => (value === null ? t`Choose an account.` : value === from ? t`Choose another account than the first.` : null),
      amount: (value, { from }) => (isPositive(value, currencyOf(from)) ? null : AMOUNT),
      arrives: (value, { from, to }) =>
        currencyOf(from) === currencyOf(to) || isPositive(value, currencyOf(to)) ? null : AMOUNT,
      day: (value) => (value ? null : t`Say which day.`),
    },
  })
  const { from, to } = form.values
  const isForeign = currencyOf(from) !== currencyOf(to)
  const add = useMutation({
    mutationFn: ({ amount, arrives, day, note }: typeof form.values) =>
      createTransfer({
        from_account: Number(from),
        to_account: Number(to),
        amount: parseTyped(amount, currencyOf(from)) ?? '0',
        ...(isForeign ? { to_amount: parseTyped(arrives, currencyOf(to)) ?? '0' } : {}),
        booking_date: day,
        note,
      }),
    onSuccess: ({ outgoing, incoming }) => {
      moneyChanged(client)
      offerUndo(t`${outgoing.account_name} to ${incoming.account_name} was added.`, () => {
        undoLatestOf(outgoing.id).then(
          () => moneyChanged(client),
          (error: unknown) => say({ title: t`Not undone`, message: messageOf(error), isBad: true }),
        )
      })
      onDone()
    },
    onError: (error) => {
      const said = fieldErrors(error)
      form.setErrors({ ...said, from: said['from_account'], to: said['to_account'], arrives: said['to_amount'], day: said['booking_date'] })
    },
  })
  const choices = accounts.map(({ id, name }) => ({ value: String(id), label: name }))
  return (
    <form onSubmit={form.onSubmit((draft) => add.mutate(draft))}>
      <Stack>
        <TextInput
          label={t`Amount in ${currencyOf(from)}`}
          inputMode="decimal"
          data-autofocus
          {...form.getInputProps('amount')}
        />
        <Select label={t`From`} allowDeselect={false} data={choices} {...form.getInputProps('from')} />
        <Select label={t`To`} placeholder={t`Another account`} allowDeselect={false} data={choices} {...form.getInputProps('to')} />
        {isForeign ? (
          <TextInput label={t`What arrives, in ${currencyOf(to)}`} inputMode="decimal" {...form.getInputProps('arrives')} />
        ) : null}
        <TextInput label={t`Day`} type="date" {...form.getInputProps('day')} />
        <Textarea label={t`Note`} autosize minRows={2} {...form.getInputProps('note')} />
        {add.error && Object.values(form.errors).every((one) => !one) ? <ErrorNote what={t`Nothing was added`} error={add.error} /> : null}
        <Button type="submit" loading={add.isPending}>
          <Trans>Add</Trans>
        </Button>
      </Stack>
    </form>
  )
}
