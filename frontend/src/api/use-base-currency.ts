import { useQuery } from '@tanstack/react-query'
import { ledger } from './ledger'
import { householdsQuery, meQuery } from './queries'

/** Of the ledger that is looked at; empty until the first account or a choice sets it, undefined while it is not known. */
export function useBaseCurrency(): string | undefined {
  const household = ledger.current
  const { data: me } = useQuery({ ...meQuery, enabled: !household })
  const { data: households } = useQuery({ ...householdsQuery, enabled: household !== null })
  return household ? households?.find(({ id }) => id === household.id)?.base_currency : me?.base_currency
}
