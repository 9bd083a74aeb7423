import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Badge, Button, Menu, SegmentedControl, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { download } from '@/api/download'
import { messageOf } from '@/api/errors'
import { isLive } from '@/api/jobs'
import { reportQuery } from '@/api/queries'
import type { Report } from '@/api/types'
import { say } from '@/components/ui/announce'
import { ErrorNote, Note, RowSkeletons } from '@/components/ui/notes'
import { since } from '@/lib/since'
import { documentQuery, requestReport } from '../api/reports'
import { DeliveryLine } from './delivery-line'
import { DocumentView } from './document-view'
import { HtmlView } from './html-view'
import classes from './report-page.module.css'
import { ReportProgress } from './report-progress'

const POLL_MS = 3_000

const NOT_OVER: Record<Report['kind'], string> = {
  month: t`The month was not over when this was written; its figures are not final.`,
  quarter: t`The quarter was not over when this was written; its figures are not final.`,
  year: t`The year was not over when this was written; its figures are not final.`,
}

export function ReportPage({ id }: { id: number }) {
  const report = useQuery({
    ...reportQuery(id),
    refetchInterval: ({ state }) => (state.data && isLive(state.data.status) ? POLL_MS : false),
  })
  if (report.isPending) return <RowSkeletons rows={10} />
  if (report.isError)
    return <ErrorNote what={t`The report could not be loaded`} error={report.error} onRetry={() => void report.refetch()} />
  return <ReportBody report={report.data} />
}

function ReportBody({ report }: { report: Report }) {
  const [view, setView] = useState('read')
  if (isLive(report.status)) return <ReportProgress report={report} />
  if (report.status !== 'succeeded')
    return <Text>{report.status === 'failed' ? <Trans>This report could not be written. Ask for it again on the reports page.</Trans> : <Trans>This report was cancelled. Ask for it again on the reports page.</Trans>}</Text>
  return (
    <>
      <div className={classes['tools']}>
        <Text size="sm" c="dimmed">
          {report.finished_at ? <Trans>Version {report.version}, written {since(report.finished_at)}</Trans> : <Trans>Version {report.version}</Trans>}
          {report.is_restated ? (
            <Badge size="xs" variant="light" ml={8}>
              <Trans>Restated</Trans>
            </Badge>
          ) : null}
        </Text>
        <span className={classes['buttons']}>
          <SegmentedControl
            size="xs"
            aria-label={t`Show the report as`}
            value={view}
            onChange={setView}
            data={[
              { value: 'read', label: t`Read` },
              { value: 'file', label: t`As the HTML file` },
            ]}
          />
          <Downloads report={report} />
        </span>
      </div>
      <DeliveryLine report={report} />
      {report.is_superseded ? (
        <Note><Trans>A newer version of this report exists. This one is kept as it was.</Trans></Note>
      ) : null}
      {report.is_outdated && !report.is_superseded ? (
        <Note>
          <OutdatedWords report={report} />
        </Note>
      ) : null}
      {report.is_partial ? <Note>{NOT_OVER[report.kind]}</Note> : null}
      {view === 'read' ? <Read path={report.files.json ?? ''} /> : <HtmlView path={report.files.html ?? ''} />}
    </>
  )
}

/** Rows of this period changed after the report was written: the page says so and offers the next version. */
function OutdatedWords({ report }: { report: Report }) {
  const navigate = useNavigate()
  const again = useMutation({
    mutationFn: () => requestReport(report.period),
    onSuccess: ({ id }) => void navigate({ to: '/reports/$reportId', params: { reportId: String(id) } }),
    onError: (error) => say({ title: t`The report was not started`, message: messageOf(error), isBad: true }),
  })
  return (
    <>
      <div><Trans>Transactions that this report rests on have changed since. This version stays as it was written.</Trans></div>
      <Button mt={8} size="compact-sm" variant="default" loading={again.isPending} onClick={() => again.mutate()}>
        <Trans>Write a new version</Trans>
      </Button>
    </>
  )
}

function Read({ path }: { path: string }) {
  const document = useQuery(documentQuery(path))
  if (document.isPending) return <RowSkeletons rows={10} />
  if (document.isError)
    return <ErrorNote what={t`The report could not be read`} error={document.error} onRetry={() => void document.refetch()} />
  return <DocumentView document={document.data} />
}

const KINDS = [
  { kind: 'pdf', label: t`PDF, for printing and sending` },
  { kind: 'html', label: t`HTML, one file without script` },
  { kind: 'csv', label: t`CSV, every figure for a spreadsheet` },
  { kind: 'json', label: t`JSON, every fact with its transactions` },
] as const

function Downloads({ report }: { report: Report }) {
  const fetching = useMutation({
    mutationFn: ({ path, name }: { path: string; name: string }) => download(path, name),
    onError: (error) => say({ title: t`The file was not fetched`, message: messageOf(error), isBad: true }),
  })
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconDownload size={14} />} loading={fetching.isPending}>
          <Trans>Download</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {KINDS.map(({ kind, label }) => {
          const path = report.files[kind]
          return path ? (
            <Menu.Item
              key={kind}
              onClick={() => fetching.mutate({ path, name: `spendwise-${report.period}-v${report.version}.${kind}` })}
            >
              {label}
            </Menu.Item>
          ) : null
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
