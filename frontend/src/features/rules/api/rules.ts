import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { allRows } from '@/api/pages'
import type { Rule, RulePreview, RuleProposal, RuleRequest, RulesApplied, RulesHealth } from '@/api/types'
import type { ActionJson, ConditionJson } from '../lib/rule-json'

const PAGE = 200
const SHOWN = 12

export const rulesQuery = queryOptions({
  queryKey: ['rules', 'list'],
  queryFn: () =>
    allRows((cursor) => unwrap(api.GET('/api/rules/', { params: { query: { page_size: PAGE, ...(cursor ? { cursor } : {}) } } }))),
})

export const healthQuery = queryOptions({
  queryKey: ['rules', 'health'],
  queryFn: (): Promise<RulesHealth> => unwrap(api.GET('/api/rules/health/')),
})

export const proposalsQuery = queryOptions({
  queryKey: ['rules', 'proposals'],
  queryFn: (): Promise<RuleProposal[]> => unwrap(api.GET('/api/rules/proposals/')),
})

/** What a rule would do to the rows that there are; asked anew while it is written. */
export function previewQuery(condition: ConditionJson, actions: readonly ActionJson[]) {
  return queryOptions({
    queryKey: ['rules', 'preview', condition, actions],
    queryFn: (): Promise<RulePreview> =>
      unwrap(api.POST('/api/rules/preview/', { body: { condition, actions: [...actions], limit: SHOWN } })),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 10_000,
  })
}

export function createRule(body: RuleRequest): Promise<Rule> {
  return unwrap(api.POST('/api/rules/', { body }))
}

export function saveRule(id: number, body: RuleRequest): Promise<Rule> {
  return unwrap(api.PATCH('/api/rules/{id}/', { params: { path: { id } }, body }))
}

export async function deleteRule(id: number): Promise<void> {
  await unwrap(api.DELETE('/api/rules/{id}/', { params: { path: { id } } }))
}

export async function reorderRules(ids: number[]): Promise<void> {
  await unwrap(api.POST('/api/rules/reorder/', { body: { ids } }))
}

export function acceptProposal(key: string): Promise<Rule> {
  return unwrap(api.POST('/api/rules/proposals/accept/', { body: { key } }))
}

export async function dismissProposal(key: string): Promise<void> {
  await unwrap(api.POST('/api/rules/proposals/dismiss/', { body: { key } }))
}

/** Null asks every rule that is on. */
export async function applyRules(rules: number[] | null, overrule: boolean, preview: boolean): Promise<RulesApplied> {
  return unwrap(api.POST('/api/rules/apply/', { body: { rules, overrule, preview } }))
}

export function rulesChanged(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: ['rules'] })
}
