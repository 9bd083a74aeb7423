import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Select, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { fieldErrors, messageOf } from '@/api/errors'
import type { Payoff, PayoffChoice } from '@/api/types'
import { offerUndo, say } from '@/components/ui/announce'
import { Money } from '@/components/ui/money'
import { ErrorNote, Note, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { parseTyped, signOf, typedAmount } from '@/lib/money'
import { inSentence, listed } from '@/lib/words'
import { debtsChanged, payoffQuery, saveChoice } from '../api/debts'
import { ORDERS, WHYS } from '../lib/debt-words'
import classes from './debts.module.css'
import { MonthTable, WaysTable } from './plan-tables'

interface PayoffsProps {
  currency: string
  choice: PayoffChoice | null
}

/** Every way to pay off, side by side; what is typed is worked out at once and kept on request. */
export function Payoffs({ currency, choice }: PayoffsProps) {
  const [asked, setAsked] = useState<string | null>(null)
  const plan = useQuery(payoffQuery(currency, asked))
  return (
    <Section title={t`Ways to pay off`}>
      <ChoiceForm currency={currency} choice={choice} onAsk={setAsked} />
      {plan.isPending ? <RowSkeletons rows={4} /> : null}
      {plan.isError ? <ErrorNote what={t`The plans could not be worked out`} error={plan.error} onRetry={() => void plan.refetch()} /> : null}
      {plan.data ? <Plans payoff={plan.data} order={choice?.order ?? 'avalanche'} /> : null}
    </Section>
  )
}

function Plans({ payoff, order }: { payoff: Payoff; order: PayoffChoice['order'] }) {
  const advised = payoff.plans.find((one) => one.order === payoff.advised)
  const shown = payoff.plans.find((one) => one.order === order) ?? advised
  return (
    <>
      {advised && payoff.why ? (
        <p className={classes['says']}>
          <Trans>We advise <strong>{inSentence(ORDERS[advised.order])}</strong>: {WHYS[payoff.why]}</Trans>
          {advised.saved !== null && signOf(advised.saved) > 0 ? (
            <>
              {' '}
              <Trans>Against least payments it saves <Money amount={advised.saved} currency={payoff.currency} /> of interest.</Trans>
            </>
          ) : null}
        </p>
      ) : null}
      <WaysTable payoff={payoff} />
      {payoff.without_terms.length > 0 ? (
        <Note>
          <Text size="sm"><Trans>{listed(payoff.without_terms.map(({ name }) => name))} left out: nobody has said what it costs.</Trans></Text>
        </Note>
      ) : null}
      {shown ? <MonthTable plan={shown} currency={payoff.currency} /> : null}
    </>
  )
}

interface Draft {
  extra: string
  order: PayoffChoice['order']
}

function ChoiceForm({ currency, choice, onAsk }: PayoffsProps & { onAsk: (extra: string | null) => void }) {
  const client = useQueryClient()
  const before: PayoffChoice = choice ?? { currency, extra: '0', order: 'avalanche' }
  const amountOf = (text: string): string | null => {
    const amount = text.trim() === '' ? '0' : parseTyped(text, currency)
    return amount === null || signOf(amount) < 0 ? null : amount
  }
  const form = useForm<Draft>({
    initialValues: { extra: signOf(before.extra) > 0 ? typedAmount(before.extra) : '', order: before.order },
    validate: { extra: (value) => (amountOf(value) === null ? t`Write an amount such as 100.` : null) },
    onValuesChange: ({ extra }) => onAsk(amountOf(extra)),
  })
  const keep = useMutation({
    mutationFn: ({ extra, order }: Draft) => saveChoice({ currency, extra: amountOf(extra) ?? '0', order }),
    onSuccess: () => {
      debtsChanged(client)
      offerUndo(t`How you pay off was kept.`, () => {
        saveChoice(before).then(
          () => {
            form.setValues({ extra: signOf(before.extra) > 0 ? typedAmount(before.extra) : '', order: before.order })
            debtsChanged(client)
          },
          (error: unknown) => say({ title: t`Not taken back`, message: messageOf(error), isBad: true }),
        )
      })
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  })
  return (
    <form className={classes['choice']} onSubmit={form.onSubmit((draft) => keep.mutate(draft))}>
      <TextInput label={t`On top each month in ${currency}`} inputMode="decimal" placeholder="0" {...form.getInputProps('extra')} />
      <Select
        label={t`In which order`}
        allowDeselect={false}
        data={(['avalanche', 'snowball', 'own'] as const).map((value) => ({ value, label: ORDERS[value] }))}
        {...form.getInputProps('order')}
      />
      <Button type="submit" variant="default" loading={keep.isPending}>
        <Trans>Keep this</Trans>
      </Button>
      {keep.error && Object.keys(form.errors).length === 0 ? <ErrorNote what={t`It was not kept`} error={keep.error} /> : null}
    </form>
  )
}
