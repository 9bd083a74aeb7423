import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Badge, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { isLive } from '@/api/jobs'
import { reportsQuery } from '@/api/queries'
import type { Report } from '@/api/types'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { stretchName } from '@/lib/period'
import { since } from '@/lib/since'
import { deliveryWords } from '../lib/delivery'
import { ReportProgress } from './report-progress'
import classes from './shelf.module.css'

const POLL_MS = 4_000

/** The periods that have a report, newest first; older versions of one stand on its own page. */
export function Shelf() {
  const reports = useQuery({
    ...reportsQuery,
    // The stream says when a job moves; this only catches what a broken stream missed.
    refetchInterval: ({ state }) => (state.data?.some(({ status }) => isLive(status)) ? POLL_MS : false),
  })
  if (reports.isPending) return <RowSkeletons rows={4} height={72} />
  if (reports.isError)
    return <ErrorNote what={t`The reports could not be loaded`} error={reports.error} onRetry={() => void reports.refetch()} />
  const shown = newestByPeriod(reports.data)
  return (
    <Section title={t`Your reports`}>
      {shown.length === 0 ? (
        <Text c="dimmed" maw={520}>
          <Trans>No report yet. Choose a month, quarter or year above: you get what came in and went out, what changed against your normal, what
          repeats, and what to do about it, each figure with its transactions.</Trans>
        </Text>
      ) : null}
      <ol className={classes['shelf']}>
        {shown.map((report) => (
          <li key={report.id} className={classes['slot']}>
            <Spine report={report} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** One entry a period: the live one if there is one, else the newest that stands. */
function newestByPeriod(reports: readonly Report[]): Report[] {
  const byPeriod = new Map<string, Report>()
  for (const report of reports.toSorted((a, b) => rank(b) - rank(a))) {
    if (!byPeriod.has(report.period)) byPeriod.set(report.period, report)
  }
  // Of those that begin alike the longer one comes first.
  return [...byPeriod.values()].toSorted((a, b) => b.month.localeCompare(a.month) || LENGTHS[b.kind] - LENGTHS[a.kind])
}

const LENGTHS: Record<Report['kind'], number> = { month: 1, quarter: 3, year: 12 }
const KIND_WORDS: Record<Report['kind'], string> = { month: '', quarter: t`quarter`, year: t`year` }

function rank(report: Report): number {
  const standing = isLive(report.status) ? 2 : report.status === 'succeeded' ? 1 : 0
  return standing * 1_000_000 + report.version
}

function Spine({ report }: { report: Report }) {
  const name = stretchName(report.period)
  if (isLive(report.status))
    return (
      <div className={classes['spine']}>
        <span className={classes['month']}>{name}</span>
        <ReportProgress report={report} />
      </div>
    )
  if (report.status !== 'succeeded')
    return (
      <div className={classes['spine']}>
        <span className={classes['month']}>{name}</span>
        <Text size="sm" c={report.status === 'failed' ? 'var(--mantine-color-error)' : 'dimmed'}>
          {report.status === 'failed' ? t`Could not be written. Ask for it again above.` : t`Cancelled. Ask for it again above.`}
        </Text>
      </div>
    )
  return (
    <Link to="/reports/$reportId" params={{ reportId: String(report.id) }} className={classes['spine']} data-link>
      <span className={classes['month']}>
        {name}
        {KIND_WORDS[report.kind] ? <span className={classes['kind']}>{KIND_WORDS[report.kind]}</span> : null}
        {report.is_partial ? <span className={classes['partial']}><Trans>so far</Trans></span> : null}
        {report.is_restated ? (
          <Badge size="xs" variant="light" ml={8}>
            <Trans>Restated</Trans>
          </Badge>
        ) : null}
      </span>
      <span className={classes['headline']}>{report.headline}</span>
      <span className={classes['when']}>
        {[
          ...(report.finished_at ? [since(report.finished_at)] : []),
          ...(report.version > 1 ? [t`version ${report.version}`] : []),
          ...(report.delivery ? [deliveryWords(report.delivery)] : []),
        ].join(' · ')}
      </span>
    </Link>
  )
}
