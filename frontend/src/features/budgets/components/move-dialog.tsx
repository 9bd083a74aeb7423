import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { fieldErrors, messageOf } from '@/api/errors'
import type { Budget, BudgetMonth } from '@/api/types'
import { offerUndo, say } from '@/components/ui/announce'
import { ErrorNote } from '@/components/ui/notes'
import { compareAmounts, formatMoney, negate, parseTyped, signOf, typedAmount } from '@/lib/money'
import { budgetsChanged, moveMoney, undoMove } from '../api/budgets'
import { givers } from '../lib/budget-words'

interface MoveDialogProps {
  month: BudgetMonth
  isOpen: boolean
  /** The budget that needs it; null where that is still to be said. */
  target: number | null
  onClose: () => void
}

export function MoveDialog({ isOpen, onClose, ...rest }: MoveDialogProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={t`Move money between budgets`} centered closeButtonProps={{ 'aria-label': t`Close` }}>
      {isOpen ? <MoveForm {...rest} onDone={onClose} /> : null}
    </Modal>
  )
}

interface Draft {
  source: string | null
  target: string | null
  amount: string
}

function start({ budgets }: BudgetMonth, target: number | null): Draft {
  const taker = budgets.find(({ id }) => id === target)
  const giver = givers(budgets).find(({ id }) => id !== target)
  const lacking = taker && signOf(taker.left) < 0 ? typedAmount(negate(taker.left)) : ''
  return { source: giver ? String(giver.id) : null, target: taker ? String(taker.id) : null, amount: lacking }
}

function MoveForm({ month, target, onDone }: { month: BudgetMonth; target: number | null; onDone: () => void }) {
  const client = useQueryClient()
  // Of this very move: pressed twice, it is made once.
  const [key] = useState(() => crypto.randomUUID())
  const spending = month.budgets.filter((one) => !one.is_income)
  const leftOf = (id: string | null): string => spending.find((one) => String(one.id) === id)?.left ?? '0'
  const form = useForm<Draft>({
    initialValues: start(month, target),
    validate: {
      source: (value) => (value ? null : t`Choose where it comes from.`),
      target: (value, { source }) => (!value ? t`Choose where it goes.` : value === source ? t`Choose another budget.` : null),
      amount: (value, { source }) => amountFault(value, leftOf(source), month.currency),
    },
  })
  const move = useMutation({
    mutationFn: ({ source, target: to, amount }: Draft) =>
      moveMoney({ month: month.month, source: Number(source), target: Number(to), amount: parseTyped(amount, month.currency) ?? '0' }, key),
    onSuccess: ({ id, source_name: source, target_name: to }) => {
      budgetsChanged(client)
      offerUndo(t`Moved from ${source} to ${to}.`, () => {
        undoMove(id).then(
          () => budgetsChanged(client),
          (error: unknown) => say({ title: t`Not taken back`, message: messageOf(error), isBad: true }),
        )
      })
      onDone()
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  })
  const options = (rows: readonly Budget[]) =>
    rows.map(({ id, name, left }) => ({ value: String(id), label: t`${name} (${formatMoney(left, month.currency)} left)` }))
  return (
    <form onSubmit={form.onSubmit((draft) => move.mutate(draft))}>
      <Stack>
        <Select label={t({ message: 'From', context: 'a budget' })} searchable data={options(givers(month.budgets))} nothingFoundMessage={t`Nothing is left to move`} {...form.getInputProps('source')} />
        <Select label={t({ message: 'To', context: 'a budget' })} searchable data={options(spending)} {...form.getInputProps('target')} />
        <TextInput label={t`Amount in ${month.currency}`} inputMode="decimal" data-autofocus {...form.getInputProps('amount')} />
        {move.error && Object.keys(form.errors).length === 0 ? <ErrorNote what={t`Nothing was moved`} error={move.error} /> : null}
        <Group justify="flex-end">
          <Button type="submit" loading={move.isPending}>
            <Trans>Move</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function amountFault(value: string, left: string, currency: string): string | null {
  const amount = parseTyped(value, currency)
  if (amount === null || signOf(amount) <= 0) return t`Write an amount such as 20.50.`
  return compareAmounts(amount, left) > 0 ? t`Only ${formatMoney(left, currency)} is left there.` : null
}
