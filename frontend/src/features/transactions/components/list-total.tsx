import { plural } from '@lingui/core/macro'
import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Money } from '@/components/ui/money'
import type { Period } from '@/lib/period'
import { useLast } from '@/lib/use-last'
import { totalsQuery } from '../api/transactions'
import type { Filters } from '../lib/filters'
import classes from './list-total.module.css'

interface ListTotalProps {
  filters: Filters
  period: Period
  /** The rows in sight are those of the query before; so is the total. */
  isOld: boolean
}

/** How many rows the list has and what they come to, one exact sum a currency. */
export function ListTotal({ filters, period, isOld }: ListTotalProps) {
  const totals = useQuery({ ...totalsQuery(filters, period), enabled: !isOld })
  const last = useLast(totals.data ?? null)
  const shown = totals.data ?? (isOld ? last : null)
  if (totals.isError && !shown) return null
  return (
    <div className={classes['total']} role="status">
      {shown ? (
        <>
          <span>{plural(shown.count, { one: '# transaction', other: '# transactions' })}</span>
          {shown.by_currency.map(({ currency, total }) => (
            <Money key={currency} amount={total} currency={currency} sign="always" />
          ))}
        </>
      ) : (
        <Skeleton height={14} width={180} />
      )}
    </div>
  )
}
