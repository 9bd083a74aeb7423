import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { allRows } from '@/api/pages'
import type { BudgetChoice, BudgetLineGiven, BudgetMonth, BudgetMove, BudgetPatch, BudgetProposal } from '@/api/types'

/** One month is one request: every budget, what no budget holds, and the totals. */
export function budgetsQuery(month: string) {
  return queryOptions({
    queryKey: ['budgets', month],
    queryFn: (): Promise<BudgetMonth> => unwrap(api.GET('/api/budgets/', { params: { query: { month } } })),
  })
}

export function proposalQuery(month: string) {
  return queryOptions({
    queryKey: ['budgets', month, 'proposal'],
    queryFn: (): Promise<BudgetProposal> => unwrap(api.GET('/api/budgets/proposal/', { params: { query: { month } } })),
  })
}

export function movesQuery(month: string) {
  return queryOptions({
    queryKey: ['budgets', month, 'moves'],
    queryFn: (): Promise<BudgetMove[]> =>
      allRows((cursor) => unwrap(api.GET('/api/budget-moves/', { params: { query: { month, ...(cursor ? { cursor } : {}) } } }))),
  })
}

export const choiceQuery = queryOptions({
  queryKey: ['budgets', 'choice'],
  queryFn: (): Promise<BudgetChoice> => unwrap(api.GET('/api/budgets/choice/')),
})

export function saveBudget(id: number, body: BudgetPatch): Promise<BudgetMonth> {
  return unwrap(api.PATCH('/api/budgets/{id}/', { params: { path: { id } }, body }))
}

/** All of these lines or none of them; an amount of null takes a month's plan away. */
export function planBudgets(month: string, lines: BudgetLineGiven[]): Promise<BudgetMonth> {
  return unwrap(api.POST('/api/budgets/plan/', { body: { month, lines } }))
}

export function copyBudgets(month: string): Promise<BudgetMonth> {
  return unwrap(api.POST('/api/budgets/copy/', { body: { month } }))
}

export async function removeBudget(id: number): Promise<void> {
  await unwrap(api.DELETE('/api/budgets/{id}/', { params: { path: { id } } }))
}

export function restoreBudget(id: number): Promise<BudgetMonth> {
  return unwrap(api.POST('/api/budgets/{id}/restore/', { params: { path: { id } } }))
}

interface MoveGiven {
  month: string
  source: number
  target: number
  amount: string
}

/** `key`: of this very move, so that one that is sent twice is made once. */
export function moveMoney(body: MoveGiven, key: string): Promise<BudgetMove> {
  return unwrap(api.POST('/api/budget-moves/', { body, params: { header: { 'Idempotency-Key': key } } }))
}

export function undoMove(id: number): Promise<BudgetMove> {
  return unwrap(api.POST('/api/budget-moves/{id}/undo/', { params: { path: { id } } }))
}

export function chooseEnvelopes(from: string | null, opening: string): Promise<BudgetChoice> {
  return unwrap(api.PUT('/api/budgets/choice/', { body: { envelopes_from: from, opening } }))
}

/** What is carried over goes through all months that follow. */
export function budgetsChanged(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: ['budgets'] })
}
