import { Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { fieldErrors } from '@/api/errors'
import { meQuery } from '@/api/queries'
import type { Account, AccountKind, AccountPatch } from '@/api/types'
import { offerUndo, say } from '@/components/ui/announce'
import { GuardedDrawer } from '@/components/ui/guarded-drawer'
import { ErrorNote } from '@/components/ui/notes'
import { useUnsaved } from '@/components/ui/unsaved'
import { currencyOptions } from '@/lib/currencies'
import { parseTyped } from '@/lib/money'
import { useLast } from '@/lib/use-last'
import { createAccount, moneyChanged, saveAccount } from '../api/accounts'
import { isOwed, kindName, KINDS } from '../lib/kinds'
import { DeleteAccount } from './delete-account'

interface AccountDrawerProps {
  edited: Account | 'new' | null
  onClose: () => void
  onDeleted?: () => void
}

/** Everything about one account that a person may say. */
export function AccountDrawer({ edited, onClose, onDeleted }: AccountDrawerProps) {
  const shown = useLast(edited)
  return (
    <GuardedDrawer opened={edited !== null} onClose={onClose} size={440} title={shown === 'new' ? 'Add an account' : 'Edit the account'}>
      {edited === null ? null : (
        <>
          <AccountForm key={edited === 'new' ? 'new' : edited.id} account={edited === 'new' ? null : edited} onDone={onClose} />
          {edited === 'new' ? null : (
            <DeleteAccount
              account={edited}
              onDeleted={() => {
                onClose()
                onDeleted?.()
              }}
            />
          )}
        </>
      )}
    </GuardedDrawer>
  )
}

interface Draft {
  name: string
  kind: AccountKind
  currency: string
  opening_balance: string
  opening_date: string
  note: string
}

function startingDraft(account: Account | null, currency: string): Draft {
  return {
    name: account?.name ?? '',
    kind: account?.kind ?? 'checking',
    currency: account?.currency ?? currency,
    // An opening balance that nobody stated is not the zero that stands in for it.
    opening_balance: account?.has_known_opening ? account.opening_balance : '',
    opening_date: account?.opening_date ?? '',
    note: account?.note ?? '',
  }
}

function AccountForm({ account, onDone }: { account: Account | null; onDone: () => void }) {
  const client = useQueryClient()
  const { data: me } = useQuery(meQuery)
  const form = useForm<Draft>({
    initialValues: startingDraft(account, me?.base_currency ?? 'EUR'),
    validate: {
      name: (value) => (value.trim() ? null : 'Give it a name.'),
      opening_balance: (value, { currency }) =>
        value.trim() === '' || parseTyped(value, currency) !== null ? null : 'Write an amount such as 120.50.',
    },
  })
  useUnsaved(form.isDirty())
  const save = useMutation({
    mutationFn: ({ name, kind, currency, opening_balance: opening, opening_date: day, note }: Draft) => {
      const isStated = opening.trim() !== '' && (account === null || form.isDirty('opening_balance'))
      const body = {
        name: name.trim(),
        kind,
        opening_date: day || null,
        note,
        ...(isStated ? { opening_balance: parseTyped(opening, currency) ?? '0' } : {}),
      }
      if (!account) return createAccount({ ...body, currency })
      return saveAccount(account.id, { ...body, ...(form.isDirty('currency') ? { currency } : {}) })
    },
    onSuccess: ({ name }) => {
      moneyChanged(client)
      say({ message: account ? `${name} was saved.` : `${name} was added.` })
      onDone()
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  })
  const isFixed = account !== null && account.transaction_count > 0
  return (
    <form onSubmit={form.onSubmit((draft) => save.mutate(draft))}>
      <Stack>
        <TextInput label="Name" maxLength={120} data-autofocus {...form.getInputProps('name')} />
        <Select
          label="Kind"
          allowDeselect={false}
          data={KINDS.map((kind) => ({ value: kind, label: kindName(kind) }))}
          {...form.getInputProps('kind')}
        />
        <Select
          label="Currency"
          description={isFixed ? 'It has transactions in this currency, so it stays.' : undefined}
          searchable
          allowDeselect={false}
          disabled={isFixed}
          data={currencyOptions()}
          {...form.getInputProps('currency')}
        />
        <TextInput
          label={`Opening balance in ${form.values.currency}`}
          description={
            isOwed(form.values.kind)
              ? 'What was on it before the first transaction here; below zero for what you owed.'
              : 'What was on it before the first transaction here. Leave it empty if you do not know.'
          }
          inputMode="decimal"
          placeholder="not known"
          {...form.getInputProps('opening_balance')}
        />
        <TextInput label="Opened on" type="date" {...form.getInputProps('opening_date')} />
        <Textarea label="Your note" autosize minRows={2} {...form.getInputProps('note')} />
        {account?.external_ref ? (
          <Text size="sm" c="dimmed">
            Statements with the number {account.external_ref} are booked here.
          </Text>
        ) : null}
        {save.error && Object.keys(form.errors).length === 0 ? (
          <ErrorNote what="The account was not saved" error={save.error} />
        ) : null}
        <Group>
          <Button type="submit" loading={save.isPending}>
            {account ? 'Save' : 'Add'}
          </Button>
          {account ? <Archive account={account} onDone={onDone} /> : null}
        </Group>
      </Stack>
    </form>
  )
}

/** An archived account keeps its rows and sums, but is no longer offered. */
function Archive({ account, onDone }: { account: Account; onDone: () => void }) {
  const client = useQueryClient()
  const put = useMutation({
    mutationFn: (change: AccountPatch) => saveAccount(account.id, change),
    onSuccess: ({ name, is_archived: isArchived }) => {
      moneyChanged(client)
      offerUndo(isArchived ? `${name} is archived. Its transactions stay.` : `${name} is back.`, () => {
        void saveAccount(account.id, { is_archived: !isArchived }).then(() => moneyChanged(client))
      })
      onDone()
    },
  })
  return (
    <>
      <Button variant="default" loading={put.isPending} onClick={() => put.mutate({ is_archived: !account.is_archived })}>
        {account.is_archived ? 'Bring back' : 'Archive'}
      </Button>
      {put.error ? <ErrorNote what="The account stays as it was" error={put.error} /> : null}
    </>
  )
}
