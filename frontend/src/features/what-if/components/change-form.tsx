import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import { useForm, type FormRulesRecord, type UseFormReturnType } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { categoriesQuery } from '@/api/queries'
import type { ScenarioChange, Series } from '@/api/types'
import { categoryOptions } from '@/lib/category-options'
import { negate, parseTyped, signOf, typedAmount } from '@/lib/money'
import { today } from '@/lib/period'
import { OFFERED_CADENCES, KINDS, type Offered } from '../lib/changes'
import classes from './what-if.module.css'

interface Draft {
  kind: Offered
  /** The id of the series, category or account that it is about. */
  about: string
  amount: string
  direction: 'out' | 'in'
  percent: string
  months: string
  day: string
  cadence: string
  starts: string
  label: string
}

const EMPTY: Omit<Draft, 'kind'> = {
  about: '',
  amount: '',
  direction: 'out',
  percent: '',
  months: '3',
  day: '',
  cadence: 'monthly',
  starts: '',
  label: '',
}

interface ChangeFormProps {
  currency: string
  series: readonly Series[]
  debts: readonly { account: number; name: string }[]
  onAdd: (change: ScenarioChange) => void
}

const NEEDS_SERIES = new Set<Offered>(['cancel', 'amount', 'due_day'])
const NEEDS_AMOUNT = new Set<Offered>(['amount', 'buy', 'add', 'debt'])

/** One change, said with as few fields as its kind needs. */
export function ChangeForm({ currency, series, debts, onAdd }: ChangeFormProps) {
  const { data: categories = [] } = useQuery(categoriesQuery)
  const form = useForm<Draft>({
    initialValues: { kind: 'cancel', ...EMPTY },
    validate: {
      about: (value, { kind }) => (value === '' && (NEEDS_SERIES.has(kind) || kind === 'category' || kind === 'debt') ? t`Choose one.` : null),
      amount: (value, { kind }) => (NEEDS_AMOUNT.has(kind) && amountOf(value, currency) === null ? t`Write an amount such as 120.50.` : null),
      percent: (value, { kind }) => (kind === 'category' && !/^-?\d{1,3}$/u.test(value.trim()) ? t`Write whole per cent, -20 for a fifth less.` : null),
      months: (value, { kind }) => (kind === 'lose_income' && !(Number(value) >= 1 && Number(value) <= 24) ? t`From 1 to 24 months.` : null),
      day: (value, { kind }) => (kind === 'due_day' && !(Number(value) >= 1 && Number(value) <= 31) ? t`A day from 1 to 31.` : null),
      starts: (value, { kind }) => ((kind === 'buy' || kind === 'add') && value === '' ? t`Choose a day.` : null),
    },
  })
  const { kind, about } = form.values
  const choose = (next: Offered): void => {
    form.setValues({ kind: next, ...EMPTY, starts: next === 'buy' || next === 'add' ? today() : '' })
    form.clearErrors()
  }
  const add = (draft: Draft): void => {
    onAdd(changeOf(draft, currency, series))
    form.setValues({ kind: draft.kind, ...EMPTY, starts: draft.kind === 'buy' || draft.kind === 'add' ? today() : '' })
  }
  const running = series.filter(({ status, decision }) => (status === 'active' || status === 'early') && decision !== 'ignored')
  const offered = kind === 'cancel' ? running.filter(({ amount }) => signOf(amount) < 0) : running
  const fields: Record<Offered, ReactNode> = {
    cancel: null,
    amount: <Amount label={t`New amount in ${currency}`} form={form} />,
    lose_income: <NumberInput label={t`For how many months`} min={1} max={24} {...form.getInputProps('months')} onChange={(value) => form.setFieldValue('months', String(value))} />,
    buy: <Payment currency={currency} form={form} />,
    add: <Payment currency={currency} form={form} isRegular />,
    category: <TextInput label={t`Per cent more, or less with a minus`} placeholder="-20" {...form.getInputProps('percent')} />,
    debt: <Amount label={t`More a month in ${currency}`} form={form} />,
    due_day: <NumberInput label={t`Day of the month`} min={1} max={31} {...form.getInputProps('day')} onChange={(value) => form.setFieldValue('day', String(value))} />,
  }
  return (
    <form className={classes['form']} aria-label={t`Add a change`} onSubmit={form.onSubmit(add)}>
      <Select
        label={t`What would you change?`}
        allowDeselect={false}
        value={kind}
        onChange={(value) => value && choose(value)}
        data={Object.entries(KINDS).map(([value, label]) => ({ value: value as Offered, label }))}
      />
      {NEEDS_SERIES.has(kind) ? (
        <Select
          label={t`Which payment or income`}
          searchable
          data={offered.map(({ id, label }) => ({ value: String(id), label }))}
          value={about || null}
          onChange={(value) => form.setFieldValue('about', value ?? '')}
          error={form.errors['about']}
          nothingFoundMessage={t`Nothing running is found.`}
        />
      ) : null}
      {kind === 'category' ? (
        <Select
          label={t`Which category`}
          searchable
          data={categoryOptions(categories.filter((one) => !one.is_archived))}
          value={about || null}
          onChange={(value) => form.setFieldValue('about', value ?? '')}
          error={form.errors['about']}
        />
      ) : null}
      {kind === 'debt' ? (
        <Select
          label={t`Which debt`}
          description={debts.length === 0 ? t`Say on the page Debts what a loan or card costs; then it can be chosen here.` : undefined}
          data={debts.map(({ account, name }) => ({ value: String(account), label: name }))}
          value={about || null}
          onChange={(value) => form.setFieldValue('about', value ?? '')}
          error={form.errors['about']}
        />
      ) : null}
      {fields[kind]}
      {kind === 'debt' ? null : (
        <TextInput
          type="date"
          label={kind === 'buy' ? t`On which day` : t`From which day`}
          description={kind === 'buy' || kind === 'add' ? undefined : t`From tomorrow on if you leave it open.`}
          {...form.getInputProps('starts')}
        />
      )}
      <div>
        <Button type="submit" variant="default">
          <Trans>Add this change</Trans>
        </Button>
      </div>
    </form>
  )
}

type Form = UseFormReturnType<Draft, Draft, FormRulesRecord<Draft>>

function Amount({ label, form }: { label: string; form: Form }) {
  return <TextInput label={label} inputMode="decimal" placeholder={typedAmount('120.50')} {...form.getInputProps('amount')} />
}

function Payment({ currency, form, isRegular = false }: { currency: string; form: Form; isRegular?: boolean }) {
  return (
    <>
      <TextInput label={t`What is it`} maxLength={80} placeholder={isRegular ? t`New contract` : t`Bicycle`} {...form.getInputProps('label')} />
      <Select
        label={t`Does it leave or come in?`}
        allowDeselect={false}
        data={[
          { value: 'out', label: t`Money that leaves` },
          { value: 'in', label: t`Money that comes in` },
        ]}
        {...form.getInputProps('direction')}
      />
      <Amount label={t`Amount in ${currency}`} form={form} />
      {isRegular ? <Select label={t`How often`} allowDeselect={false} data={OFFERED_CADENCES} {...form.getInputProps('cadence')} /> : null}
    </>
  )
}

function amountOf(text: string, currency: string): string | null {
  const amount = parseTyped(text, currency)
  return amount === null || signOf(amount) < 0 ? null : amount
}

/** Amounts are typed without a sign; it follows from what they are about. */
function changeOf(draft: Draft, currency: string, series: readonly Series[]): ScenarioChange {
  const { kind, about, direction, starts, label } = draft
  const amount = amountOf(draft.amount, currency) ?? '0'
  const from = starts ? { starts } : {}
  const words = label.trim() ? { label: label.trim() } : {}
  const isCost = signOf(series.find(({ id }) => String(id) === about)?.amount ?? '-1') < 0
  if (kind === 'buy') return { kind: 'add', amount: signed(amount, direction === 'out'), ...from, ...words }
  if (kind === 'add') return { kind, amount: signed(amount, direction === 'out'), cadence: draft.cadence as NonNullable<ScenarioChange['cadence']>, ...from, ...words }
  if (kind === 'amount') return { kind, series: Number(about), amount: signed(amount, isCost), ...from }
  if (kind === 'cancel') return { kind, series: Number(about), ...from }
  if (kind === 'due_day') return { kind, series: Number(about), day: Number(draft.day), ...from }
  if (kind === 'lose_income') return { kind, months: Number(draft.months), ...from }
  if (kind === 'category') return { kind, category: Number(about), per_cent: draft.percent.trim(), ...from }
  return { kind, account: Number(about), amount }
}

function signed(amount: string, isLeaving: boolean): string {
  return isLeaving && signOf(amount) > 0 ? negate(amount) : amount
}
