import { Button, Group, Modal, Select, Stack, Table, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { fieldErrors } from '@/api/errors'
import { accountsQuery, MONEY_KEYS } from '@/api/queries'
import type { Account, AccountKind } from '@/api/types'
import { Money } from '@/components/ui/money'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { parseTyped } from '@/lib/money'
import { humanised } from '@/lib/words'
import { createAccount, saveAccount } from '../api/settings'
import { currencyOptions } from '../lib/currencies'

const KINDS: readonly AccountKind[] = ['checking', 'savings', 'credit_card', 'cash', 'loan', 'investment', 'asset']

function useMoneyChanged(): () => void {
  const client = useQueryClient()
  return () => MONEY_KEYS.forEach((queryKey) => void client.invalidateQueries({ queryKey }))
}

export function AccountSettings() {
  const accounts = useQuery(accountsQuery)
  const [edited, setEdited] = useState<Account | 'new' | null>(null)
  if (accounts.isPending) return <RowSkeletons rows={4} />
  if (accounts.isError)
    return <ErrorNote what="The accounts could not be loaded" error={accounts.error} onRetry={() => void accounts.refetch()} />
  return (
    <>
      <Table.ScrollContainer minWidth={520} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Name</Table.Th>
              <Table.Th>Kind</Table.Th>
              <Table.Th ta="right">Opening balance</Table.Th>
              <Table.Th ta="right">Balance</Table.Th>
              <Table.Th w={90} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {accounts.data.map((account) => (
              <Table.Tr key={account.id} c={account.is_archived ? 'dimmed' : 'inherit'}>
                <Table.Td>
                  {account.name}
                  {account.is_archived ? ' (archived)' : ''}
                </Table.Td>
                <Table.Td>{humanised(account.kind)}</Table.Td>
                <Table.Td ta="right">
                  {account.has_known_opening ? (
                    <Money amount={account.opening_balance} currency={account.currency} />
                  ) : (
                    <Text span c="dimmed" size="sm">
                      not known
                    </Text>
                  )}
                </Table.Td>
                <Table.Td ta="right">
                  <Money amount={account.balance} currency={account.currency} />
                </Table.Td>
                <Table.Td ta="right">
                  <Button size="compact-sm" variant="subtle" aria-label={`Edit ${account.name}`} onClick={() => setEdited(account)}>
                    Edit
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Button variant="default" onClick={() => setEdited('new')}>
        Add an account
      </Button>
      <Modal
        opened={edited !== null}
        onClose={() => setEdited(null)}
        title={edited === 'new' ? 'Add an account' : 'Edit the account'}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {edited !== null ? <AccountForm account={edited === 'new' ? null : edited} onDone={() => setEdited(null)} /> : null}
      </Modal>
    </>
  )
}

function AccountForm({ account, onDone }: { account: Account | null; onDone: () => void }) {
  const moneyChanged = useMoneyChanged()
  const form = useForm<{ name: string; kind: AccountKind; currency: string; opening_balance: string }>({
    initialValues: {
      name: account?.name ?? '',
      kind: account?.kind ?? 'checking',
      currency: account?.currency ?? 'EUR',
      opening_balance: account?.opening_balance ?? '0',
    },
    validate: {
      name: (value) => (value.trim() ? null : 'Give it a name.'),
      opening_balance: (value, { currency }) => (parseTyped(value, currency) === null ? 'Write an amount such as 120.50.' : null),
    },
  })
  const save = useMutation({
    mutationFn: (values: typeof form.values & { is_archived?: boolean }) => {
      const { currency, name, kind } = values
      const opening_balance = parseTyped(values.opening_balance, currency) ?? '0'
      if (!account) return createAccount({ name, kind, currency, opening_balance })
      const isArchived = values.is_archived === undefined ? {} : { is_archived: values.is_archived }
      const opening = form.isDirty('opening_balance') ? { opening_balance } : {}
      return saveAccount(account.id, { name, kind, ...opening, ...isArchived })
    },
    onSuccess: () => {
      moneyChanged()
      onDone()
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  })
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack>
        <TextInput label="Name" data-autofocus {...form.getInputProps('name')} />
        <Select
          label="Kind"
          allowDeselect={false}
          data={KINDS.map((kind) => ({ value: kind, label: humanised(kind) }))}
          {...form.getInputProps('kind')}
        />
        <Select
          label="Currency"
          searchable
          allowDeselect={false}
          disabled={account !== null}
          data={currencyOptions()}
          {...form.getInputProps('currency')}
        />
        <TextInput
          label="Opening balance"
          description="What was on it before the first transaction here."
          inputMode="decimal"
          {...form.getInputProps('opening_balance')}
        />
        {save.error && Object.keys(form.errors).length === 0 ? (
          <ErrorNote what="The account was not saved" error={save.error} />
        ) : null}
        <Group>
          <Button type="submit" loading={save.isPending}>
            Save
          </Button>
          {account ? (
            <Button variant="default" onClick={() => save.mutate({ ...form.values, is_archived: !account.is_archived })}>
              {account.is_archived ? 'Bring back' : 'Archive'}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </form>
  )
}
