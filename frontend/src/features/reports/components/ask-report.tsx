import { Button, Select } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { jobsQuery } from '@/api/jobs'
import { reportsQuery } from '@/api/queries'
import { say } from '@/components/ui/announce'
import { ErrorNote } from '@/components/ui/notes'
import { addMonths, monthName, monthOf } from '@/lib/period'
import { requestReport } from '../api/reports'
import classes from './ask-report.module.css'

interface AskReportProps {
  today: string
  /** The month to start with; undefined while it is not known yet. */
  suggested: string | undefined
}

const MONTHS_OFFERED = 60

export function AskReport({ today, suggested }: AskReportProps) {
  const client = useQueryClient()
  const [chosen, setChosen] = useState<string | null>(null)
  const month = chosen ?? suggested
  const ask = useMutation({
    mutationFn: requestReport,
    onSuccess: (report) => {
      void client.invalidateQueries({ queryKey: reportsQuery.queryKey })
      void client.invalidateQueries({ queryKey: jobsQuery.queryKey })
      if (report.status === 'succeeded')
        say({ message: `Nothing has changed: the report for ${monthName(monthOf(report.month))} is up to date.` })
    },
  })
  const current = monthOf(today)
  const months = Array.from({ length: MONTHS_OFFERED }, (_, back) => addMonths(current, -back))
  const offered = month === undefined || months.includes(month) ? months : [...months, month]
  return (
    <div className={classes['ask']}>
      <Select
        label="Month"
        w={240}
        searchable
        allowDeselect={false}
        data={offered.map((value) => ({ value, label: value === current ? `${monthName(value)}, so far` : monthName(value) }))}
        value={month ?? null}
        onChange={(value) => setChosen(value)}
      />
      <Button disabled={month === undefined} loading={ask.isPending} onClick={() => month && ask.mutate(month)}>
        Generate report
      </Button>
      {ask.error ? (
        <div className={classes['error']}>
          <ErrorNote what="The report was not started" error={ask.error} />
        </div>
      ) : null}
    </div>
  )
}
