import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Drawer, SegmentedControl, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { fieldErrors } from '@/api/errors'
import { accountsQuery, categoriesQuery } from '@/api/queries'
import type { Account } from '@/api/types'
import { say } from '@/components/ui/announce'
import { ErrorNote } from '@/components/ui/notes'
import { categoryOptions } from '@/lib/category-options'
import { negate, parseTyped, signOf } from '@/lib/money'
import { createTransaction, moneyChanged } from '../api/transactions'
import { AddTransfer } from './add-transfer'

interface AddTransactionProps {
  isOpen: boolean
  today: string
  onClose: () => void
}

type Direction = 'out' | 'in' | 'transfer'

interface Draft {
  amount: string
  account: string | null
  booking_date: string
  counterparty: string
  category: string | null
  note: string
}

export function AddTransaction({ isOpen, today, onClose }: AddTransactionProps) {
  const accounts = useQuery(accountsQuery)
  return (
    <Drawer opened={isOpen} onClose={onClose} size={420} title={t`Add a transaction`} closeButtonProps={{ 'aria-label': t`Close` }}>
      {accounts.data && accounts.data.length > 0 ? (
        <AddForms accounts={accounts.data.filter((one) => !one.is_archived)} today={today} onDone={onClose} />
      ) : (
        <Text c="dimmed">
          {accounts.isPending ? t`Loading your accounts` : t`You have no account yet. Add one under Accounts, or import a statement.`}
        </Text>
      )}
    </Drawer>
  )
}

interface AddFormProps {
  accounts: readonly Account[]
  today: string
  onDone: () => void
}

/** A transfer has two accounts and no category, so it has a form of its own. */
function AddForms(props: AddFormProps) {
  const [direction, setDirection] = useState<Direction>('out')
  return (
    <>
      <SegmentedControl
        mb="md"
        fullWidth
        aria-label={t`Direction`}
        value={direction}
        onChange={setDirection}
        data={[
          { value: 'out', label: t`Money out` },
          { value: 'in', label: t`Money in` },
          { value: 'transfer', label: t`Transfer`, disabled: props.accounts.length < 2 },
        ]}
      />
      {direction === 'transfer' ? <AddTransfer {...props} /> : <AddForm direction={direction} {...props} />}
    </>
  )
}

function AddForm({ direction, accounts, today, onDone }: AddFormProps & { direction: 'out' | 'in' }) {
  const client = useQueryClient()
  const { data: categories = [] } = useQuery(categoriesQuery)
  const currencyOf = (id: string | null): string => accounts.find((account) => String(account.id) === id)?.currency ?? 'EUR'
  const form = useForm<Draft>({
    initialValues: {
      amount: '',
      account: accounts[0] ? String(accounts[0].id) : null,
      booking_date: today,
      counterparty: '',
      category: null,
      note: '',
    },
    validate: {
      amount: (value, { account }) => {
        const amount = parseTyped(value, currencyOf(account))
        return amount === null || signOf(amount) <= 0 ? t`Write an amount such as 12.50.` : null
      },
      account: (value) => (value ? null : t`Choose an account.`),
    },
  })
  const add = useMutation({
    mutationFn: ({ amount, account, booking_date, counterparty, category, note }: Draft) => {
      const size = parseTyped(amount, currencyOf(account)) ?? '0'
      return createTransaction({
        account: Number(account),
        amount: direction === 'out' ? negate(size) : size,
        booking_date,
        counterparty,
        category: category === null ? null : Number(category),
        note,
      })
    },
    onSuccess: () => {
      moneyChanged(client)
      say({ message: t`The transaction was added.` })
      onDone()
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  })
  return (
    <form onSubmit={form.onSubmit((draft) => add.mutate(draft))}>
      <Stack>
        <TextInput
          label={t`Amount in ${currencyOf(form.values.account)}`}
          inputMode="decimal"
          data-autofocus
          {...form.getInputProps('amount')}
        />
        <Select
          label={t`Account`}
          allowDeselect={false}
          data={accounts.map(({ id, name }) => ({ value: String(id), label: name }))}
          {...form.getInputProps('account')}
        />
        <TextInput label={t`Day`} type="date" {...form.getInputProps('booking_date')} />
        <TextInput label={t`Who`} placeholder={t`Shop, person, employer`} {...form.getInputProps('counterparty')} />
        <Select
          label={t`Category`}
          placeholder={t`Let SpendWise suggest one`}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t`No category` }}
          data={categoryOptions(categories)}
          {...form.getInputProps('category')}
        />
        <Textarea label={t`Note`} autosize minRows={2} {...form.getInputProps('note')} />
        {add.error && Object.keys(form.errors).length === 0 ? <ErrorNote what={t`Nothing was added`} error={add.error} /> : null}
        <Button type="submit" loading={add.isPending}>
          <Trans>Add</Trans>
        </Button>
      </Stack>
    </form>
  )
}
