import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ledger, switchLedger } from '@/api/ledger'
import { householdsQuery } from '@/api/queries'

/** Whoever was taken out of the household that is open is back at their own money; another name or role is taken up. */
export function useLedgerWatch(): void {
  const { data: households } = useQuery(householdsQuery)
  useEffect(() => {
    const { current } = ledger
    if (!households || !current) return
    const found = households.find(({ id }) => id === current.id)
    if (!found) switchLedger(null)
    else if (found.role !== current.role || found.name !== current.name) {
      ledger.become({ id: found.id, name: found.name, role: found.role })
      window.location.reload()
    }
  }, [households])
}
