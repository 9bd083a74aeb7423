import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { allRows } from '@/api/pages'
import type { Goal, GoalPatch, GoalRequest } from '@/api/types'

export const goalsQuery = queryOptions({
  queryKey: ['goals'],
  queryFn: (): Promise<Goal[]> =>
    allRows((cursor) => unwrap(api.GET('/api/goals/', { params: { query: { page_size: 50, ...(cursor ? { cursor } : {}) } } }))),
})

export function createGoal(body: GoalRequest): Promise<Goal> {
  return unwrap(api.POST('/api/goals/', { body }))
}

export function saveGoal(id: number, body: GoalPatch): Promise<Goal> {
  return unwrap(api.PATCH('/api/goals/{id}/', { params: { path: { id } }, body }))
}

export async function removeGoal(id: number): Promise<void> {
  await unwrap(api.DELETE('/api/goals/{id}/', { params: { path: { id } } }))
}

export function restoreGoal(id: number): Promise<Goal> {
  return unwrap(api.POST('/api/goals/{id}/restore/', { params: { path: { id } } }))
}

export async function orderGoals(ids: number[]): Promise<void> {
  await unwrap(api.POST('/api/goals/reorder/', { body: { ids } }))
}

/** What a person has said of a goal, as it is sent to take a change back. */
export function saidOf({ name, currency, target, target_date, accounts, saved_by_hand, monthly, note, is_archived, reached_on }: Goal): GoalPatch {
  return { name, currency, target, target_date, accounts, saved_by_hand, monthly, note, is_archived, reached_on }
}

/** Goals share accounts: a change of one may move the others. */
export function goalsChanged(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: goalsQuery.queryKey })
}
