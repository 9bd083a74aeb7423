import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { allRows } from '@/api/pages'
import { MONEY_KEYS } from '@/api/queries'
import type { Account, AccountPatch, AccountRequest, Reconciliation, TickRow } from '@/api/types'

interface Time {
  from?: string
  to?: string
  step?: 'day' | 'week' | 'month'
}

export function balancesQuery(id: number, time: Time) {
  return queryOptions({
    queryKey: ['accounts', id, 'balances', time],
    queryFn: () => unwrap(api.GET('/api/accounts/{id}/balances/', { params: { path: { id }, query: time } })),
    placeholderData: keepPreviousData,
  })
}

export function netWorthQuery(time: Time) {
  return queryOptions({
    queryKey: ['accounts', 'net-worth', time],
    queryFn: () => unwrap(api.GET('/api/net-worth/', { params: { query: time } })),
    placeholderData: keepPreviousData,
  })
}

export function reconciliationsQuery(id: number) {
  return queryOptions({
    queryKey: ['accounts', id, 'reconciliations'],
    queryFn: async (): Promise<Reconciliation[]> =>
      (await unwrap(api.GET('/api/accounts/{id}/reconciliations/', { params: { path: { id }, query: { page_size: 50 } } }))).results,
  })
}

export function tickRowsQuery(id: number) {
  return queryOptions({
    queryKey: ['accounts', 'reconciliation-rows', id],
    queryFn: (): Promise<TickRow[]> =>
      allRows((cursor) =>
        unwrap(
          api.GET('/api/reconciliations/{id}/rows/', {
            params: { path: { id }, query: { page_size: 200, ...(cursor ? { cursor } : {}) } },
          }),
        ),
      ),
  })
}

export function startReconciliation(id: number, day: string, closing: string): Promise<Reconciliation> {
  const body = { statement_date: day, closing_balance: closing }
  return unwrap(api.POST('/api/accounts/{id}/reconciliations/', { params: { path: { id } }, body }))
}

export function changeTicks(id: number, ticks: { tick?: number[]; untick?: number[] }): Promise<Reconciliation> {
  return unwrap(api.PATCH('/api/reconciliations/{id}/', { params: { path: { id } }, body: ticks }))
}

export function finishReconciliation(id: number, adjust: boolean): Promise<Reconciliation> {
  return unwrap(api.POST('/api/reconciliations/{id}/finish/', { params: { path: { id } }, body: { adjust } }))
}

export function undoReconciliation(id: number): Promise<Reconciliation> {
  return unwrap(api.POST('/api/reconciliations/{id}/undo/', { params: { path: { id } } }))
}

export async function discardReconciliation(id: number): Promise<void> {
  await unwrap(api.DELETE('/api/reconciliations/{id}/', { params: { path: { id } } }))
}

export function createAccount(body: AccountRequest): Promise<Account> {
  return unwrap(api.POST('/api/accounts/', { body }))
}

export function saveAccount(id: number, body: AccountPatch): Promise<Account> {
  return unwrap(api.PATCH('/api/accounts/{id}/', { params: { path: { id } }, body }))
}

/** Removes the account with everything on it, for good. */
export async function deleteAccount(id: number): Promise<void> {
  await unwrap(api.DELETE('/api/accounts/{id}/', { params: { path: { id } } }))
}

export function moneyChanged(client: QueryClient): void {
  for (const queryKey of MONEY_KEYS) void client.invalidateQueries({ queryKey })
}
