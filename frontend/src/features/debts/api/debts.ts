import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import type { Debt, DebtTermsRequest, Payoff, PayoffChoice } from '@/api/types'

export { debtsQuery } from '@/api/queries'

/** All ways to pay off the debts of one currency, with so much a month on top; without it, what was chosen. */
export function payoffQuery(currency: string, extra: string | null) {
  return queryOptions({
    queryKey: ['debts', 'plan', currency, extra],
    queryFn: (): Promise<Payoff> =>
      unwrap(api.GET('/api/debts/plan/', { params: { query: { currency, ...(extra === null ? {} : { extra }) } } })),
    placeholderData: keepPreviousData,
  })
}

export function saveTerms(account: number, body: DebtTermsRequest): Promise<Debt> {
  return unwrap(api.PUT('/api/debts/{id}/', { params: { path: { id: account } }, body }))
}

export async function forgetTerms(account: number): Promise<void> {
  await unwrap(api.DELETE('/api/debts/{id}/', { params: { path: { id: account } } }))
}

export function saveChoice(body: PayoffChoice): Promise<PayoffChoice> {
  return unwrap(api.PUT('/api/debts/choice/', { body }))
}

export function debtsChanged(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: ['debts'] })
}
