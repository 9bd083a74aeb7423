import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { fieldErrors } from '@/api/errors'
import { useBaseCurrency } from '@/api/use-base-currency'
import type { Account, AccountKind, AccountPatch } from '@/api/types'
import { offerUndo, say } from '@/components/ui/announce'
import { GuardedDrawer } from '@/components/ui/guarded-drawer'
import { ErrorNote } from '@/components/ui/notes'
import { useUnsaved } from '@/components/ui/unsaved'
import { currencyOptions } from '@/lib/currencies'
import { parseTyped } from '@/lib/money'
import { useLast } from '@/lib/use-last'
import { createAccount, moneyChanged, saveAccount } from '../api/accounts'
import { kindName } from '@/lib/account-kinds'
import { isOwed, KINDS } from '../lib/kinds'
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
    <GuardedDrawer opened={edited !== null} onClose={onClose} size={440} title={shown === 'new' ? t`Add an account` : t`Edit the account`}>
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
  const base = useBaseCurrency()
  const form = useForm<Draft>({
    initialValues: startingDraft(account, [base].find(Boolean) ?? 'EUR'),
    validate: {
      name: (value) => (value.trim() ? null : t`Give it a name.`),
      opening_balance: (value, { currency }) =>
        value.trim() === '' || parseTyped(value, currency) !== null ? null : t`Write an amount such as 120.50.`,
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
      say({ message: account ? t`${name} was saved.` : t`${name} was added.` })
      onDone()
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  })
  const isFixed = account !== null && account.transaction_count > 0
  return (
    <form onSubmit={form.onSubmit((draft) => save.mutate(draft))}>
      <Stack>
        <TextInput label={t`Name`} maxLength={120} data-autofocus {...form.getInputProps('name')} />
        <Select
          label={t`Kind`}
          allowDeselect={false}
          data={KINDS.map((kind) => ({ value: kind, label: kindName(kind) }))}
          {...form.getInputProps('kind')}
        />
        <Select
          label={t`Currency`}
          description={isFixed ? t`It has transactions in this currency, so it stays.` : undefined}
          searchable
          allowDeselect={false}
          disabled={isFixed}
          data={currencyOptions()}
          {...form.getInputProps('currency')}
        />
        <TextInput
          label={t`Opening balance in ${form.values.currency}`}
          description={
            isOwed(form.values.kind)
              ? t`What was on it before the first transaction here; below zero for what you owed.`
              : t`What was on it before the first transaction here. Leave it empty if you do not know.`
          }
          inputMode="decimal"
          placeholder={t`not known`}
          {...form.getInputProps('opening_balance')}
        />
        <TextInput label={t`Opened on`} type="date" {...form.getInputProps('opening_date')} />
        <Textarea label={t`Your note`} autosize minRows={2} {...form.getInputProps('note')} />
        {account?.external_ref ? (
          <Text size="sm" c="dimmed">
            <Trans>Statements with the number {account.external_ref} are booked here.</Trans>
          </Text>
        ) : null}
        {save.error && Object.keys(form.errors).length === 0 ? (
          <ErrorNote what={t`The account was not saved`} error={save.error} />
        ) : null}
        <Group>
          <Button type="submit" loading={save.isPending}>
            {account ? t`Save` : t`Add`}
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
      offerUndo(isArchived ? t`${name} is archived. Its transactions stay.` : t`${name} is back.`, () => {
        void saveAccount(account.id, { is_archived: !isArchived }).then(() => moneyChanged(client))
      })
      onDone()
    },
  })
  return (
    <>
      <Button variant="default" loading={put.isPending} onClick={() => put.mutate({ is_archived: !account.is_archived })}>
        {account.is_archived ? t`Bring back` : t`Archive`}
      </Button>
      {put.error ? <ErrorNote what={t`The account stays as it was`} error={put.error} /> : null}
    </>
  )
}
