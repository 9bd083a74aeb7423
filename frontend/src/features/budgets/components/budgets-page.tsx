import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group } from '@mantine/core'
import { IconArrowsExchange, IconCopy, IconPlus, IconWand } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Budget, BudgetMonth } from '@/api/types'
import { EmptyNote, ErrorNote, Note, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { listed } from '@/lib/words'
import { budgetsQuery } from '../api/budgets'
import { useBudgetDeeds } from '../api/use-budget-deeds'
import { AddDialog } from './add-dialog'
import { BudgetRow } from './budget-row'
import { EnvelopeDialog } from './envelope-dialog'
import { FillDialog } from './fill-dialog'
import { MonthHead } from './month-head'
import { MoveDialog } from './move-dialog'
import { Moves } from './moves'
import { Unbudgeted } from './unbudgeted'
import classes from './budgets.module.css'

type Open = { kind: 'add' | 'fill' | 'envelopes' } | { kind: 'move'; target: number | null } | null

/** What is meant to be spent this month, how it goes, and what is left. */
export function BudgetsPage({ month }: { month: string }) {
  const found = useQuery(budgetsQuery(month))
  const [open, setOpen] = useState<Open>(null)
  const deeds = useBudgetDeeds(month)
  if (found.isPending) return <RowSkeletons rows={6} height={72} />
  if (found.isError) return <ErrorNote what={t`Your budgets could not be loaded`} error={found.error} onRetry={() => void found.refetch()} />
  const { budgets, currency } = found.data
  const close = (): void => setOpen(null)
  const row = (budget: Budget) => (
    <BudgetRow
      key={budget.id}
      budget={budget}
      month={found.data}
      onPlan={(amount) => deeds.plan(budget, amount)}
      onRoll={(rollover) => deeds.roll(budget, rollover)}
      onMove={() => setOpen({ kind: 'move', target: budget.id })}
      onRemove={() => deeds.remove(budget)}
    />
  )
  return (
    <>
      {budgets.length === 0 ? (
        <EmptyNote
          title={t`What should this month cost?`}
          action={
            <Group justify="center">
              <Button leftSection={<IconWand size={16} />} onClick={() => setOpen({ kind: 'fill' })}>
                <Trans>Fill from my past months</Trans>
              </Button>
              <Button variant="default" onClick={() => setOpen({ kind: 'add' })}>
                <Trans>Add one by hand</Trans>
              </Button>
            </Group>
          }
        >
          <Trans>A budget says what a category may cost in a month. Your own past months propose amounts that you could keep, each with its
          reason; you change what you like.</Trans>
        </EmptyNote>
      ) : (
        <>
          <MonthHead month={found.data} onEnvelopes={() => setOpen({ kind: 'envelopes' })} />
          <div className={classes['deeds']} role="group" aria-label={t`What to do with the month`}>
            <Button size="sm" variant="default" leftSection={<IconWand size={16} />} onClick={() => setOpen({ kind: 'fill' })}>
              <Trans>Fill from my past months</Trans>
            </Button>
            <Button size="sm" variant="default" leftSection={<IconCopy size={16} />} loading={deeds.isBusy} onClick={deeds.copy}>
              <Trans>Copy last month</Trans>
            </Button>
            <Button size="sm" variant="default" leftSection={<IconArrowsExchange size={16} />} onClick={() => setOpen({ kind: 'move', target: null })}>
              <Trans>Move money</Trans>
            </Button>
            <Button size="sm" variant="default" leftSection={<IconPlus size={16} />} onClick={() => setOpen({ kind: 'add' })}>
              <Trans>Add a budget</Trans>
            </Button>
          </div>
          <MissingRates month={found.data} />
          <Part title={t`Coming in`} budgets={budgets.filter((one) => one.is_income)} row={row} />
          <Part title={t`Spending`} budgets={budgets.filter((one) => !one.is_income)} row={row} />
          <Moves month={month} onUndo={deeds.undo} />
        </>
      )}
      <Unbudgeted month={found.data} onPlan={(line) => deeds.fill([line])} />
      <FillDialog month={month} isOpen={open?.kind === 'fill'} budgets={budgets} onFill={deeds.fill} onClose={close} />
      <AddDialog month={month} currency={currency} isOpen={open?.kind === 'add'} budgets={budgets} onAdd={(line) => deeds.fill([line])} onClose={close} />
      <EnvelopeDialog month={month} currency={currency} isOpen={open?.kind === 'envelopes'} onClose={close} />
      <MoveDialog
        key={open?.kind === 'move' ? String(open.target) : 'closed'}
        month={found.data}
        isOpen={open?.kind === 'move'}
        target={open?.kind === 'move' ? open.target : null}
        onClose={close}
      />
    </>
  )
}

function Part({ title, budgets, row }: { title: string; budgets: readonly Budget[]; row: (budget: Budget) => ReactNode }) {
  if (budgets.length === 0) return null
  return (
    <Section title={title}>
      <ul className={classes['list']}>{budgets.map(row)}</ul>
    </Section>
  )
}

function MissingRates({ month: { missing_rates: missing } }: { month: BudgetMonth }) {
  if (missing.length === 0) return null
  return <Note><Trans>Amounts in {listed(missing.map(({ base }) => base))} are in no figure here, as there is no exchange rate for their days.</Trans></Note>
}
