import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Insight, Transaction } from '@/api/types'
import { Money } from '@/components/ui/money'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { dayName, monthOf } from '@/lib/period'
import { transactionTitle } from '@/lib/transaction-title'
import { rowsQuery } from '../api/insights'
import { KINDS, MOST_ROWS } from '../lib/insight-words'
import classes from './insights.module.css'

/** The rows it is about on the left, those they were held against on the right. */
export function SideBySide({ insight }: { insight: Insight }) {
  const { kind, transactions, peers } = insight
  const shownPeers = peers.slice(0, MOST_ROWS)
  const rows = useQuery(rowsQuery([...transactions.slice(0, MOST_ROWS), ...shownPeers]))
  if (transactions.length === 0 && peers.length === 0) return null
  if (rows.isPending) return <RowSkeletons rows={2} height={72} />
  if (rows.isError) return <ErrorNote what={t`The rows could not be loaded`} error={rows.error} onRetry={() => void rows.refetch()} />
  const of = (ids: readonly number[]): Transaction[] =>
    rows.data.filter(({ id }) => ids.includes(id)).sort((a, b) => b.booking_date.localeCompare(a.booking_date))
  const words = KINDS[kind]
  return (
    <div className={classes['sides']}>
      <Side title={words.rows} rows={of(transactions)} isStrong />
      {shownPeers.length > 0 ? (
        <Side title={peers.length > MOST_ROWS ? t`${words.peers}, ${MOST_ROWS} of ${peers.length}` : words.peers} rows={of(shownPeers)} />
      ) : null}
    </div>
  )
}

function Side({ title, rows, isStrong = false }: { title: string; rows: readonly Transaction[]; isStrong?: boolean }) {
  return (
    <section className={classes['half']} aria-label={title} data-strong={isStrong || undefined}>
      <h3 className={classes['halfTitle']}>{title}</h3>
      {rows.length === 0 ? <p className={classes['quiet']}><Trans>These rows are no longer there.</Trans></p> : null}
      <ul className={classes['list']}>
        {rows.map((row) => (
          <li key={row.id}>
            <Link to="/transactions" search={{ period: monthOf(row.booking_date), open: String(row.id) }} className={classes['row']}>
              <span className={classes['rowName']}>{transactionTitle(row)}</span>
              <span className={classes['rowAmount']}>
                <Money amount={row.amount} currency={row.currency} sign="always" weighIncoming />
              </span>
              <span className={classes['rowDetail']}>
                {dayName(row.booking_date, 'medium')} · {row.account_name}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
