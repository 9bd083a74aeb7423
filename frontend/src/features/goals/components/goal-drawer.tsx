import { t } from '@lingui/core/macro'
import { Button, MultiSelect, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { fieldErrors } from '@/api/errors'
import { accountsQuery } from '@/api/queries'
import { useBaseCurrency } from '@/api/use-base-currency'
import type { Account, Goal } from '@/api/types'
import { offerUndo, say } from '@/components/ui/announce'
import { GuardedDrawer } from '@/components/ui/guarded-drawer'
import { ErrorNote } from '@/components/ui/notes'
import { useUnsaved } from '@/components/ui/unsaved'
import { currencyOptions } from '@/lib/currencies'
import { parseTyped, signOf, typedAmount } from '@/lib/money'
import { today } from '@/lib/period'
import { useLast } from '@/lib/use-last'
import { createGoal, goalsChanged, saveGoal } from '../api/goals'
import { undoEdit } from '../api/use-goal-deeds'

interface GoalDrawerProps {
  edited: Goal | 'new' | null
  onClose: () => void
}

export function GoalDrawer({ edited, onClose }: GoalDrawerProps) {
  const shown = useLast(edited)
  return (
    <GuardedDrawer opened={edited !== null} onClose={onClose} size={440} title={shown === 'new' ? t`Add a goal` : t`Edit the goal`}>
      {edited === null ? null : (
        <GoalForm key={edited === 'new' ? 'new' : edited.id} goal={edited === 'new' ? null : edited} onDone={onClose} />
      )}
    </GuardedDrawer>
  )
}

interface Draft {
  name: string
  currency: string
  target: string
  target_date: string
  accounts: string[]
  saved_by_hand: string
  monthly: string
  note: string
}

function startingDraft(goal: Goal | null, currency: string): Draft {
  return {
    name: goal?.name ?? '',
    currency: goal?.currency ?? currency,
    target: typedAmount(goal?.target ?? ''),
    target_date: goal?.target_date ?? '',
    accounts: goal?.accounts.map(String) ?? [],
    saved_by_hand: typedAmount(goal?.saved_by_hand ?? ''),
    monthly: typedAmount(goal?.monthly ?? ''),
    note: goal?.note ?? '',
  }
}

function amountFault(value: string, currency: string): string | null {
  const amount = parseTyped(value, currency)
  return amount === null || signOf(amount) < 0 ? t`Write an amount such as 120.50.` : null
}

function optionalFault(value: string, { currency }: Draft): string | null {
  return value.trim() === '' ? null : amountFault(value, currency)
}

function offered(accounts: readonly Account[], currency: string, chosen: readonly string[]): { value: string; label: string }[] {
  return accounts
    .filter((one) => one.currency === currency && (!one.is_archived || chosen.includes(String(one.id))))
    .map(({ id, name }) => ({ value: String(id), label: name }))
}

function GoalForm({ goal, onDone }: { goal: Goal | null; onDone: () => void }) {
  const client = useQueryClient()
  const base = useBaseCurrency()
  const { data: accounts = [] } = useQuery(accountsQuery)
  const form = useForm<Draft>({
    initialValues: startingDraft(goal, base ?? 'EUR'),
    validate: {
      name: (value) => (value.trim() ? null : t`Give it a name.`),
      target: (value, { currency }) =>
        amountFault(value, currency) ?? (signOf(parseTyped(value, currency) ?? '0') > 0 ? null : t`A goal needs a sum above zero.`),
      target_date: (value) => (value === '' || value === goal?.target_date || value > today() ? null : t`Choose a day that lies ahead.`),
      saved_by_hand: optionalFault,
      monthly: optionalFault,
    },
  })
  useUnsaved(form.isDirty())
  const { currency } = form.values
  const options = offered(accounts, currency, form.values.accounts)
  const save = useMutation({
    mutationFn: (draft: Draft) => {
      const body = {
        name: draft.name.trim(),
        currency: draft.currency,
        target: parseTyped(draft.target, draft.currency) ?? '0',
        target_date: draft.target_date || null,
        accounts: draft.accounts.map(Number),
        saved_by_hand: parseTyped(draft.saved_by_hand, draft.currency) ?? '0',
        monthly: parseTyped(draft.monthly, draft.currency) ?? '0',
        note: draft.note,
      }
      return goal ? saveGoal(goal.id, body) : createGoal(body)
    },
    onSuccess: ({ name }) => {
      goalsChanged(client)
      if (goal) offerUndo(t`${name} was saved.`, () => undoEdit(client, goal))
      else say({ message: t`${name} was added.` })
      onDone()
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  })
  return (
    <form onSubmit={form.onSubmit((draft) => save.mutate(draft))}>
      <Stack>
        <TextInput label={t`What for`} maxLength={80} data-autofocus {...form.getInputProps('name')} />
        <Select
          label={t`Currency`}
          searchable
          allowDeselect={false}
          data={currencyOptions()}
          value={currency}
          // Accounts of another currency cannot count for it.
          onChange={(value) => value && form.setValues({ currency: value, accounts: [] })}
          error={form.errors['currency']}
        />
        <TextInput label={t`Target in ${currency}`} inputMode="decimal" placeholder="5000" {...form.getInputProps('target')} />
        <TextInput label={t`By`} type="date" description={t`Without a date nothing is said of how likely it is.`} {...form.getInputProps('target_date')} />
        <MultiSelect
          label={t`Accounts that count`}
          description={options.length > 0 ? t`What stands on them is what is saved.` : t`You have no account in ${currency}.`}
          searchable
          data={options}
          {...form.getInputProps('accounts')}
        />
        {form.values.accounts.length === 0 ? (
          <TextInput label={t`Saved so far in ${currency}`} inputMode="decimal" placeholder="0" {...form.getInputProps('saved_by_hand')} />
        ) : null}
        <TextInput
          label={t`Put aside each month in ${currency}`}
          description={t`On top of what your months leave over anyway.`}
          inputMode="decimal"
          placeholder="0"
          {...form.getInputProps('monthly')}
        />
        <Textarea label={t`Your note`} rows={3} {...form.getInputProps('note')} />
        {save.error && Object.keys(form.errors).length === 0 ? <ErrorNote what={t`The goal was not saved`} error={save.error} /> : null}
        <div>
          <Button type="submit" loading={save.isPending}>
            {goal ? t`Save` : t`Add`}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
