import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { categoriesQuery } from '@/api/queries'
import type { Budget, BudgetLineGiven, BudgetRollover, Category } from '@/api/types'
import { categoryOptions } from '@/lib/category-options'
import { parseTyped, signOf } from '@/lib/money'
import { monthName } from '@/lib/period'
import { ROLLOVERS } from '../lib/budget-words'

interface AddDialogProps {
  month: string
  currency: string
  isOpen: boolean
  budgets: readonly Budget[]
  onAdd: (line: BudgetLineGiven) => void
  onClose: () => void
}

export function AddDialog({ isOpen, onClose, ...rest }: AddDialogProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={t`Add a budget`} centered closeButtonProps={{ 'aria-label': t`Close` }}>
      {isOpen ? <AddForm {...rest} onDone={onClose} /> : null}
    </Modal>
  )
}

const GROUP = 'group:'

interface Draft {
  what: string | null
  amount: string
  rollover: BudgetRollover
}

/** Categories that have none yet, and groups of spending as wholes. */
function choices(categories: readonly Category[], budgets: readonly Budget[]) {
  const [taken, groups] = [new Set(budgets.map(({ category }) => category)), new Set(budgets.map(({ category, group }) => (category === null ? group : '')))]
  const open = categories.filter(({ id, kind, is_archived: isArchived }) => kind !== 'transfer' && !isArchived && !taken.has(id))
  const names = [...new Set(categories.filter(({ kind, group }) => kind === 'expense' && group && !groups.has(group)).map(({ group }) => group))]
  return [{ group: t`Whole groups`, items: names.map((name) => ({ value: `${GROUP}${name}`, label: t`All of ${name}` })) }, ...categoryOptions(open)]
}

function AddForm({ month, currency, budgets, onAdd, onDone }: Omit<AddDialogProps, 'isOpen' | 'onClose'> & { onDone: () => void }) {
  const { data: categories = [] } = useQuery(categoriesQuery)
  const form = useForm<Draft>({
    initialValues: { what: null, amount: '', rollover: 'none' },
    validate: {
      what: (value) => (value ? null : t`Choose a category or a group.`),
      amount: (value) => {
        const amount = parseTyped(value, currency)
        return amount === null || signOf(amount) < 0 ? t`Write an amount such as 120.50.` : null
      },
    },
  })
  const { what } = form.values
  const isIncome = categories.find(({ id }) => String(id) === what)?.kind === 'income'
  return (
    <form
      onSubmit={form.onSubmit(({ what: chosen, amount, rollover }) => {
        const size = parseTyped(amount, currency)
        const about = chosen?.startsWith(GROUP) ? { group: chosen.slice(GROUP.length) } : { category: Number(chosen) }
        onAdd({ ...about, amount: size, rollover: isIncome ? 'none' : rollover })
        onDone()
      })}
    >
      <Stack>
        <Select label={t`For`} searchable data-autofocus data={choices(categories, budgets)} {...form.getInputProps('what')} />
        <TextInput label={t`Planned for ${monthName(month)} in ${currency}`} inputMode="decimal" {...form.getInputProps('amount')} />
        {isIncome ? null : (
          <Select
            label={t`At the end of the month`}
            allowDeselect={false}
            data={Object.entries(ROLLOVERS).map(([value, label]) => ({ value, label }))}
            {...form.getInputProps('rollover')}
          />
        )}
        <Group justify="flex-end">
          <Button type="submit"><Trans>Add</Trans></Button>
        </Group>
      </Stack>
    </form>
  )
}
