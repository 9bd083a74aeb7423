import { plural, t } from '@lingui/core/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { messageOf } from '@/api/errors'
import type { Budget, BudgetLineGiven, BudgetMonth, BudgetRollover } from '@/api/types'
import { offerUndo, say } from '@/components/ui/announce'
import { planned } from '../lib/budget-words'
import { budgetsChanged, budgetsQuery, copyBudgets, planBudgets, removeBudget, restoreBudget, saveBudget, undoMove } from './budgets'

interface Deeds {
  /** null takes the month's plan away. */
  plan: (budget: Budget, amount: string | null) => void
  roll: (budget: Budget, rollover: BudgetRollover) => void
  remove: (budget: Budget) => void
  copy: () => void
  fill: (lines: BudgetLineGiven[]) => void
  undo: (move: number) => void
  isBusy: boolean
}

/** Seen at once, put back if the server refuses, and taken back on one click. */
export function useBudgetDeeds(month: string): Deeds {
  const client = useQueryClient()
  const { queryKey } = budgetsQuery(month)
  const show = async (change: (known: readonly Budget[]) => Budget[]): Promise<void> => {
    await client.cancelQueries({ queryKey, exact: true })
    client.setQueryData<BudgetMonth>(queryKey, (known) => known && { ...known, budgets: change(known.budgets) })
  }
  const failed = (title: string) => (error: unknown) => {
    say({ title, message: messageOf(error), isBad: true })
    budgetsChanged(client)
  }
  const changed = (): void => budgetsChanged(client)
  const back = (deed: () => Promise<unknown>) => () => void deed().then(changed, failed(t`Not taken back`))
  const planning = useMutation({
    // One edit after the other, so that the last one stands.
    scope: { id: 'budgets' },
    mutationFn: ({ budget, amount }: { budget: Budget; amount: string | null }) => saveBudget(budget.id, { month, amount }),
    onMutate: ({ budget, amount }) => show((known) => known.map((one) => (one.id === budget.id ? planned(one, amount) : one))),
    onSuccess: (_found, { budget }) => {
      changed()
      offerUndo(t`${budget.name} was planned.`, back(() => saveBudget(budget.id, { month, amount: budget.planned })))
    },
    onError: failed(t`The amount was not kept`),
  })
  const rolling = useMutation({
    scope: { id: 'budgets' },
    mutationFn: ({ budget, rollover }: { budget: Budget; rollover: BudgetRollover }) => saveBudget(budget.id, { month, rollover }),
    onMutate: ({ budget, rollover }) => show((known) => known.map((one) => (one.id === budget.id ? { ...one, rollover } : one))),
    onSuccess: (_found, { budget }) => {
      changed()
      offerUndo(t`What ${budget.name} carries over was changed.`, back(() => saveBudget(budget.id, { month, rollover: budget.rollover })))
    },
    onError: failed(t`It carries over as before`),
  })
  const removal = useMutation({
    mutationFn: (budget: Budget) => removeBudget(budget.id),
    onMutate: (budget) => show((known) => known.filter(({ id }) => id !== budget.id)),
    onSuccess: (_gone, { id, name }) => {
      changed()
      offerUndo(t`${name} was removed.`, back(() => restoreBudget(id)))
    },
    onError: failed(t`The budget was not removed`),
  })
  const takenAway = ({ budgets }: BudgetMonth) =>
    back(() => planBudgets(month, budgets.map(({ category, group, is_income }) => ({ category, group, is_income, amount: null }))))
  const copying = useMutation({
    mutationFn: () => copyBudgets(month),
    onSuccess: (found) => {
      changed()
      if (found.budgets.length === 0) say({ message: t`Nothing was planned last month that is not planned here already.` })
      else offerUndo(t`${plural(found.budgets.length, { one: '# budget', other: '# budgets' })} copied.`, takenAway(found))
    },
    onError: failed(t`Last month was not copied`),
  })
  const filling = useMutation({
    mutationFn: (lines: BudgetLineGiven[]) => planBudgets(month, lines),
    onSuccess: (found) => {
      changed()
      offerUndo(t`${plural(found.budgets.length, { one: '# budget', other: '# budgets' })} planned.`, takenAway(found))
    },
    onError: failed(t`The month was not filled`),
  })
  const undoing = useMutation({ mutationFn: undoMove, onSuccess: changed, onError: failed(t`The move was not taken back`) })
  return {
    plan: (budget, amount) => planning.mutate({ budget, amount }),
    roll: (budget, rollover) => rolling.mutate({ budget, rollover }),
    remove: removal.mutate,
    copy: () => copying.mutate(),
    fill: filling.mutate,
    undo: undoing.mutate,
    isBusy: copying.isPending || filling.isPending,
  }
}
