import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Budget, BudgetLineGiven, BudgetProposal } from '@/api/types'
import { Money } from '@/components/ui/money'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { monthName } from '@/lib/period'
import { proposalQuery } from '../api/budgets'
import { reasonWords } from '../lib/budget-words'
import classes from './budgets.module.css'

interface FillDialogProps {
  month: string
  isOpen: boolean
  budgets: readonly Budget[]
  onFill: (lines: BudgetLineGiven[]) => void
  onClose: () => void
}

export function FillDialog({ month, isOpen, budgets, onFill, onClose }: FillDialogProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={t`Fill ${monthName(month)}`} size="lg" closeButtonProps={{ 'aria-label': t`Close` }}>
      {isOpen ? <Proposal month={month} budgets={budgets} onFill={onFill} onClose={onClose} /> : null}
    </Modal>
  )
}

function Proposal({ month, budgets, onFill, onClose }: Omit<FillDialogProps, 'isOpen'>) {
  const found = useQuery(proposalQuery(month))
  if (found.isPending) return <RowSkeletons rows={6} height={48} />
  if (found.isError) return <ErrorNote what={t`Nothing could be proposed`} error={found.error} onRetry={() => void found.refetch()} />
  const { lines, months } = found.data
  if (lines.length === 0)
    return (
      <Text>
        <Trans>To propose something you could keep, three full months before {monthName(month)} are needed;{' '}
        {plural(months.length, { one: 'there is #', other: 'there are #' })}. Add budgets by hand until then.</Trans>
      </Text>
    )
  const has = new Set(budgets.filter(({ planned }) => planned !== null).map(({ category }) => category))
  return <Lines proposal={found.data} planned={has} onFill={onFill} onClose={onClose} />
}

interface LinesProps {
  proposal: BudgetProposal
  planned: ReadonlySet<number | null>
  onFill: (lines: BudgetLineGiven[]) => void
  onClose: () => void
}

function Lines({ proposal: { lines, months, currency }, planned, onFill, onClose }: LinesProps) {
  const [chosen, setChosen] = useState(() => new Set(lines.filter(({ category }) => !planned.has(category)).map(({ category }) => category)))
  const toggle = (category: number, isOn: boolean): void => {
    const next = new Set(chosen)
    if (isOn) next.add(category)
    else next.delete(category)
    setChosen(next)
  }
  const fill = (): void => {
    onFill(lines.filter(({ category }) => chosen.has(category)).map(({ category, amount, rollover }) => ({ category, amount, rollover })))
    onClose()
  }
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        <Trans>From {plural(months.length, { one: '# full month', other: '# full months' })} of your own. What you have planned already stays unless you tick it.</Trans>
      </Text>
      <ul className={classes['list']}>
        {lines.map((line) => (
          <li key={line.category} className={classes['proposed']}>
            <Checkbox
              checked={chosen.has(line.category)}
              onChange={(event) => toggle(line.category, event.currentTarget.checked)}
              label={line.name}
              description={reasonWords(line, months.length)}
            />
            <Money amount={line.amount} currency={currency} />
          </li>
        ))}
      </ul>
      <Group justify="flex-end">
        <Button onClick={fill} disabled={chosen.size === 0}>
          <Trans>Plan {plural(chosen.size, { one: '# budget', other: '# budgets' })}</Trans>
        </Button>
      </Group>
    </Stack>
  )
}
