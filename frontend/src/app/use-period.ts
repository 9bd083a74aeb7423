import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { latestTransactionsQuery } from '@/api/queries'
import { monthOf, monthPeriod, parsePeriod, today, type Period } from '@/lib/period'

interface ChosenPeriod {
  /** Null for the moment in which the month to start with is not known yet. */
  period: Period | null
  choose: (period: Period) => void
  today: string
}

/**
 * The period of the whole dashboard, from the URL. Where the URL names none it is the month of the newest
 * transaction, so that a person who imported an old statement does not begin with an empty page.
 */
export function usePeriod(): ChosenPeriod {
  const { period: key } = useSearch({ from: '/shell' })
  const navigate = useNavigate()
  const named = key ? parsePeriod(key) : null
  const latest = useQuery({ ...latestTransactionsQuery, enabled: named === null })
  const now = today()
  const choose = (period: Period): void =>
    void navigate({ to: '.', search: (previous) => ({ ...previous, period: period.key }), resetScroll: false })
  if (named || latest.isPending) return { period: named, choose, today: now }
  const newest = latest.data?.map((txn) => txn.booking_date).find((day) => day <= now)
  return { period: monthPeriod(monthOf(newest ?? now)), choose, today: now }
}
