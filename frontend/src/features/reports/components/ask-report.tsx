import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, SegmentedControl, Select } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { jobsQuery } from '@/api/jobs'
import { reportsQuery } from '@/api/queries'
import { say } from '@/components/ui/announce'
import { ErrorNote } from '@/components/ui/notes'
import { stretchesTo, stretchName, stretchOf, type ReportKind } from '@/lib/period'
import { requestReport } from '../api/reports'
import classes from './ask-report.module.css'

interface AskReportProps {
  today: string
  /** The month to start with; undefined while it is not known yet. */
  suggested: string | undefined
}

const OFFERED: Record<ReportKind, number> = { month: 60, quarter: 40, year: 20 }
const LABELS: Record<ReportKind, string> = { month: t`Month`, quarter: t`Quarter`, year: t`Year` }
const KINDS = (Object.keys(LABELS) as ReportKind[]).map((value) => ({ value, label: LABELS[value] }))

export function AskReport({ today, suggested }: AskReportProps) {
  const client = useQueryClient()
  const [kind, setKind] = useState<ReportKind>('month')
  const [chosen, setChosen] = useState<string | null>(null)
  const current = stretchOf(kind, today)
  const periods = stretchesTo(kind, today, OFFERED[kind])
  const newest = suggested === undefined ? undefined : stretchOf(kind, suggested)
  // One that is not over is a choice, and no suggestion.
  const period = chosen ?? (newest === current ? periods[1] : newest)
  const ask = useMutation({
    mutationFn: requestReport,
    onSuccess: (report) => {
      void client.invalidateQueries({ queryKey: reportsQuery.queryKey })
      void client.invalidateQueries({ queryKey: jobsQuery.queryKey })
      if (report.status === 'succeeded')
        say({ message: t`Nothing has changed: the report for ${stretchName(report.period)} is up to date.` })
    },
  })
  const offered = period === undefined || periods.includes(period) ? periods : [...periods, period]
  return (
    <div className={classes['ask']}>
      <SegmentedControl
        aria-label={t`Length of the report`}
        data={KINDS}
        value={kind}
        onChange={(value) => {
          setKind(value)
          setChosen(null)
        }}
      />
      <Select
        label={LABELS[kind]}
        w={240}
        searchable
        allowDeselect={false}
        data={offered.map((value) => ({
          value,
          label: value === current ? t`${stretchName(value)}, so far` : stretchName(value),
        }))}
        value={period ?? null}
        onChange={(value) => setChosen(value)}
      />
      <Button disabled={period === undefined} loading={ask.isPending} onClick={() => period && ask.mutate(period)}>
        <Trans>Generate report</Trans>
      </Button>
      {ask.error ? (
        <div className={classes['error']}>
          <ErrorNote what={t`The report was not started`} error={ask.error} />
        </div>
      ) : null}
    </div>
  )
}
