import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Anchor, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { latestTransactionsQuery, reportsQuery } from '@/api/queries'
import type { Report } from '@/api/types'
import { CategoryMark } from '@/components/ui/category-mark'
import { Money } from '@/components/ui/money'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { dayName, lastFullMonth, monthName, monthOf, stretchName } from '@/lib/period'
import { since } from '@/lib/since'
import { transactionTitle } from '@/lib/transaction-title'
import classes from './latest.module.css'

export function LatestTransactions() {
  const latest = useQuery(latestTransactionsQuery)
  return (
    <Section
      title={t`Latest transactions`}
      aside={
        <Anchor component={Link} to="/transactions" size="sm">
          <Trans>All transactions</Trans>
        </Anchor>
      }
    >
      {latest.isPending ? <RowSkeletons rows={8} /> : null}
      {latest.isError ? (
        <ErrorNote what={t`The transactions could not be loaded`} error={latest.error} onRetry={() => void latest.refetch()} />
      ) : null}
      <ul className={classes['list']}>
        {latest.data?.map((txn) => (
          <li key={txn.id}>
            <Link to="/transactions" search={{ period: monthOf(txn.booking_date), open: String(txn.id) }} className={classes['row']}>
              <span className={classes['day']}>{dayName(txn.booking_date, 'short')}</span>
              <span className={classes['payee']}>{transactionTitle(txn)}</span>
              <span className={classes['category']}>
                <CategoryMark category={txn.category} name={txn.category_name} source={txn.category_source} />
              </span>
              <span className={classes['amount']}>
                <Money amount={txn.amount} currency={txn.currency} sign="always" weighIncoming />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The newest report that is ready, or the way to the first one. */
export function LatestReport({ today }: { today: string }) {
  const reports = useQuery(reportsQuery)
  const ready = reports.data?.find((report) => report.status === 'succeeded' && !report.is_superseded)
  return (
    <Section title={t`Latest report`}>
      {reports.isPending ? <RowSkeletons rows={2} /> : null}
      {ready ? <ReportCard report={ready} /> : null}
      {reports.data && !ready ? (
        <Text size="sm" c="dimmed">
          <Trans>No report yet.{' '}
          <Anchor component={Link} to="/reports" inherit underline="always">
            Ask for {monthName(lastFullMonth(today))}
          </Anchor>
          : what came in, what changed, and what to do about it.</Trans>
        </Text>
      ) : null}
    </Section>
  )
}

function ReportCard({ report }: { report: Report }) {
  return (
    <Link to="/reports/$reportId" params={{ reportId: String(report.id) }} className={classes['report']}>
      <span className={classes['month']}>
        {stretchName(report.period)}
        {report.is_partial ? t`, so far` : ''}
      </span>
      <span>{report.headline}</span>
      <Text span size="xs" c="dimmed">
        {report.finished_at ? t`Written ${since(report.finished_at)}` : ''}
        {report.version > 1 ? t` · version ${report.version}` : ''}
      </Text>
    </Link>
  )
}
