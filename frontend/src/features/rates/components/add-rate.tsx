import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Select, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { fieldErrors } from '@/api/errors'
import { say } from '@/components/ui/announce'
import { ErrorNote } from '@/components/ui/notes'
import { currencyOptions } from '@/lib/currencies'
import { formatFact } from '@/lib/fact-value'
import { typedAmount } from '@/lib/money'
import { dayName } from '@/lib/period'
import { ratesChanged, setRate, type RateDraft } from '../api/rates'
import { typedRate } from '../lib/typed-rate'
import classes from './rates.module.css'

interface AddRateProps {
  base: string
  quote: string
  day: string
}

/** Reads as it is meant: one unit of the first is worth so much of the second. */
export function AddRate({ base, quote, day }: AddRateProps) {
  const client = useQueryClient()
  const form = useForm<RateDraft>({
    initialValues: { base, quote, rate_date: day, rate: '' },
    validate: {
      base: (value) => (value ? null : t`Choose a currency.`),
      quote: (value, { base: first }) => (value === '' ? t`Choose a currency.` : value === first ? t`Choose another currency.` : null),
      rate: (value) => (typedRate(value) === null ? t`Write a number such as 1.0843.` : null),
      rate_date: (value) => (value ? null : t`Say which day.`),
    },
  })
  const add = useMutation({
    mutationFn: (draft: RateDraft) => setRate({ ...draft, rate: typedRate(draft.rate) ?? '' }),
    onSuccess: (saved) => {
      ratesChanged(client)
      say({ message: t`1 ${saved.base} = ${formatFact(saved.rate, 'count')} ${saved.quote} on ${dayName(saved.rate_date, 'medium')}.` })
      form.setFieldValue('rate', '')
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  })
  return (
    <form className={classes['form']} onSubmit={form.onSubmit((draft) => add.mutate(draft))}>
      <Select label={t({ message: 'One', context: 'unit of a currency' })} placeholder="CHF" searchable data={currencyOptions()} {...form.getInputProps('base')} />
      <TextInput label={t`is worth`} placeholder={typedAmount('1.0843')} inputMode="decimal" {...form.getInputProps('rate')} />
      <Select label={t({ message: 'in', context: 'a currency' })} placeholder="EUR" searchable data={currencyOptions()} {...form.getInputProps('quote')} />
      <TextInput label={t({ message: 'on', context: 'a day' })} type="date" {...form.getInputProps('rate_date')} />
      <Button type="submit" loading={add.isPending}>
        <Trans>Add</Trans>
      </Button>
      {add.error && Object.keys(form.errors).length === 0 ? <ErrorNote what={t`The rate was not kept`} error={add.error} /> : null}
      <Text size="xs" c="dimmed" className={classes['wide']}>
        <Trans>It holds from that day on until the next one you state. A rate of the same pair and day takes the place of the old one.</Trans>
      </Text>
    </form>
  )
}
