import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert, Button, Group, Modal, SegmentedControl, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { fieldErrors, messageOf } from '@/api/errors'
import { accountsQuery, categoriesQuery, payeesQuery } from '@/api/queries'
import type { Account, Cadence, DeclaredRequest, SeriesRole } from '@/api/types'
import { categoryOptions } from '@/lib/category-options'
import { negate, parseTyped, signOf } from '@/lib/money'
import { today } from '@/lib/period'
import { CADENCES, ROLES } from '@/lib/series-words'
import { useBillDeeds } from '../api/bills'
import classes from './recurring.module.css'

interface DeclareDialogProps {
  isOpen: boolean
  onClose: () => void
}

/** A series of your own: rent that begins next month, a policy paid once a year, money that comes in. */
export function DeclareDialog({ isOpen, onClose }: DeclareDialogProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={t`Declare a series`} centered closeButtonProps={{ 'aria-label': t`Close` }}>
      {isOpen ? <DeclareForm onDone={onClose} /> : null}
    </Modal>
  )
}

interface Draft {
  label: string
  way: 'out' | 'in'
  amount: string
  account: string | null
  cadence: Cadence
  role: SeriesRole
  next_date: string
  ends_on: string
  category: string | null
  payee: string | null
}

const CADENCE_OPTIONS = Object.entries(CADENCES).map(([value, label]) => ({ value, label }))
const LEAVING = Object.entries(ROLES)
  .filter(([value]) => value !== 'income')
  .map(([value, { one }]) => ({ value, label: one }))

function numberOf(text: string | null): number | null {
  return text === null ? null : Number(text)
}

function requestOf(draft: Draft, account: Account, size: string): DeclaredRequest {
  const isIncome = draft.way === 'in'
  return {
    label: draft.label.trim(),
    account: account.id,
    amount: isIncome ? size : negate(size),
    cadence: draft.cadence,
    role: isIncome ? 'income' : draft.role,
    next_date: draft.next_date,
    ends_on: draft.ends_on || null,
    category: numberOf(draft.category),
    payee: numberOf(draft.payee),
  }
}

function DeclareForm({ onDone }: { onDone: () => void }) {
  const { data: accounts = [] } = useQuery(accountsQuery)
  const { data: categories = [] } = useQuery(categoriesQuery)
  const { data: payees = [] } = useQuery(payeesQuery)
  const { declare } = useBillDeeds(() => undefined)
  const [refused, setRefused] = useState('')
  const chosen = (id: string | null): Account | undefined => accounts.find((one) => String(one.id) === id)
  const form = useForm<Draft>({
    initialValues: { label: '', way: 'out', amount: '', account: null, cadence: 'monthly', role: 'bill', next_date: today(), ends_on: '', category: null, payee: null },
    validate: {
      label: (value) => (value.trim() ? null : t`A name is needed.`),
      account: (value) => (value ? null : t`Choose the account.`),
      amount: (value, { account }) => {
        const size = parseTyped(value, chosen(account)?.currency ?? 'EUR')
        return size === null || signOf(size) <= 0 ? t`Write an amount such as 120.50.` : null
      },
      next_date: (value) => (value ? null : t`Say when it is due first.`),
      ends_on: (value, { next_date: first }) => (value && value < first ? t`The last day lies before the first.` : null),
    },
  })
  const { way, account } = form.values
  const currency = chosen(account)?.currency
  const save = form.onSubmit(async (draft) => {
    const to = chosen(draft.account)
    const size = to ? parseTyped(draft.amount, to.currency) : null
    if (!to || size === null) return
    setRefused('')
    try {
      await declare(requestOf(draft, to, size))
      onDone()
    } catch (error) {
      const fields = fieldErrors(error)
      form.setErrors(fields)
      if (Object.keys(fields).length === 0) setRefused(messageOf(error))
    }
  })
  const open = accounts.filter(({ is_archived: isArchived }) => !isArchived)
  return (
    <form onSubmit={save} noValidate>
      <Stack>
        {refused ? <Alert color="clay">{refused}</Alert> : null}
        <TextInput label={t`Name`} data-autofocus {...form.getInputProps('label')} />
        <SegmentedControl
          aria-label={t`Which way the money goes`}
          data={[
            { value: 'out', label: t`It leaves` },
            { value: 'in', label: t`It comes in` },
          ]}
          {...form.getInputProps('way')}
        />
        <div className={classes['pair']}>
          <Select label={t`Account`} allowDeselect={false} data={open.map(({ id, name }) => ({ value: String(id), label: name }))} {...form.getInputProps('account')} />
          <TextInput label={currency ? t`Amount in ${currency}` : t`Amount`} inputMode="decimal" {...form.getInputProps('amount')} />
          <Select label={t`Rhythm`} allowDeselect={false} data={CADENCE_OPTIONS} {...form.getInputProps('cadence')} />
          {way === 'out' ? <Select label={t`Kind`} allowDeselect={false} data={LEAVING} {...form.getInputProps('role')} /> : null}
          <TextInput type="date" label={t`Next due`} {...form.getInputProps('next_date')} />
          <TextInput type="date" label={t`Last due, if it ends`} {...form.getInputProps('ends_on')} />
          <Select label={t`Category`} searchable clearable data={categoryOptions(categories)} {...form.getInputProps('category')} />
          <Select label={t`Payee`} searchable clearable limit={50} data={payees.map(({ id, name }) => ({ value: String(id), label: name }))} {...form.getInputProps('payee')} />
        </div>
        <p className={classes['quiet']}><Trans>Rows of the payee count as its payments; without a payee those of the category, of about this amount and near a due day.</Trans></p>
        <Group justify="flex-end">
          <Button type="submit" loading={form.submitting}>
            <Trans>Declare</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
