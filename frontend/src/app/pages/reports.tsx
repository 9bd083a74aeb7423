import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { latestTransactionsQuery, reportQuery } from '@/api/queries'
import { Page } from '@/components/layouts/page'
import { SubNav } from '@/components/layouts/sub-nav'
import { AskReport } from '@/features/reports/components/ask-report'
import { ReportPage } from '@/features/reports/components/report-page'
import { Shelf } from '@/features/reports/components/shelf'
import { lastFullMonth, monthOf, stretchName, today } from '@/lib/period'
import { ADVICE_PAGES } from '../navigation'
import { LostPage } from './lost-page'

/** The newest whole month that has transactions: last month as a rule, an older one after importing old statements. */
function useSuggestedMonth(now: string): string | undefined {
  const latest = useQuery(latestTransactionsQuery)
  if (latest.isPending) return undefined
  const last = lastFullMonth(now)
  const newest = latest.data?.[0]?.booking_date
  return newest !== undefined && monthOf(newest) < last ? monthOf(newest) : last
}

export function Reports() {
  const now = today()
  return (
    <Page title={t`Reports`}>
      <SubNav label={t`Advice`} pages={ADVICE_PAGES} />
      <AskReport today={now} suggested={useSuggestedMonth(now)} />
      <Shelf />
    </Page>
  )
}

export function OneReport() {
  const { reportId } = useParams({ from: '/shell/reports/$reportId' })
  const id = Number(reportId)
  const { data: report } = useQuery({ ...reportQuery(id), enabled: Number.isInteger(id) })
  if (!Number.isInteger(id)) return <LostPage />
  return (
    <Page
      title={report ? stretchName(report.period) : t`Report`}
      tools={
        <Anchor component={Link} to="/reports" size="sm">
          <Trans>All reports</Trans>
        </Anchor>
      }
    >
      <ReportPage id={id} />
    </Page>
  )
}
