import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { MONEY_KEYS } from '@/api/queries'
import type { Counterparty, Payee } from '@/api/types'

/** What the bank wrote on a payee's transactions, the most frequent first. */
export function counterpartiesQuery(id: number) {
  return queryOptions({
    queryKey: ['payees', 'counterparties', id],
    queryFn: (): Promise<Counterparty[]> => unwrap(api.GET('/api/payees/{id}/counterparties/', { params: { path: { id } } })),
  })
}

export function renamePayee(id: number, name: string): Promise<Payee> {
  return unwrap(api.PATCH('/api/payees/{id}/', { params: { path: { id } }, body: { name } }))
}

export async function deletePayee(id: number): Promise<void> {
  await unwrap(api.DELETE('/api/payees/{id}/', { params: { path: { id } } }))
}

export function mergePayee(id: number, into: number): Promise<Payee> {
  return unwrap(api.POST('/api/payees/{id}/merge/', { params: { path: { id } }, body: { into } }))
}

/** The rows on which the bank wrote this get a payee of their own; the answer is that one. */
export function splitPayee(id: number, counterparty: string, name: string): Promise<Payee> {
  return unwrap(api.POST('/api/payees/{id}/split/', { params: { path: { id } }, body: { counterparty, name } }))
}

export function payeesChanged(client: QueryClient): void {
  for (const queryKey of [['rules'], ...MONEY_KEYS]) void client.invalidateQueries({ queryKey })
}
