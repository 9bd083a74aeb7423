import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { SegmentedControl, Skeleton, Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { summaryQuery } from '@/api/queries'
import { MonthChart, type MonthBar } from '@/components/charts/month-chart'
import { ErrorNote } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { addMonths, monthName, monthOf, monthPeriod, twelveMonthsTo, type Period } from '@/lib/period'
import { SummaryFigure } from './summary-figure'
import classes from './months.module.css'

interface MonthsProps {
  period: Period
  today: string
  onPick: (period: Period) => void
}

const SPAN = 12

/** Twelve months up to the chosen period: what came in, what went out. */
export function Months({ period, today, onPick }: MonthsProps) {
  const [view, setView] = useState('chart')
  const last = monthOf(period.end !== null && period.end < today ? period.end : today)
  const summary = useQuery(summaryQuery(twelveMonthsTo(last)))
  if (summary.isError)
    return <ErrorNote what={t`The months could not be loaded`} error={summary.error} onRetry={() => void summary.refetch()} />
  const months = summary.data ? everyMonth(summary.data.by_month, last) : []
  const currency = summary.data?.currency ?? ''
  return (
    <Section
      title={t`Money in and out by month`}
      aside={
        <SegmentedControl
          size="xs"
          aria-label={t`Show months as`}
          value={view}
          onChange={setView}
          data={[
            { value: 'chart', label: t`Chart` },
            { value: 'table', label: t`Table` },
          ]}
        />
      }
    >
      {summary.isPending ? <Skeleton height={272} /> : null}
      {summary.data && view === 'chart' ? (
        <MonthChart
          months={months}
          currency={currency}
          chosen={period.key}
          onPick={(month) => onPick(monthPeriod(month))}
          readout={(month) => <Readout month={month} currency={currency} />}
        />
      ) : null}
      {summary.data && view === 'table' ? <MonthTable months={months} currency={currency} /> : null}
    </Section>
  )
}

/** Months without a booking are drawn as empty, not left out. */
function everyMonth(known: readonly MonthBar[], last: string): MonthBar[] {
  const byMonth = new Map(known.map((row) => [row.month.slice(0, 7), row]))
  return Array.from({ length: SPAN }, (_, index) => {
    const month = addMonths(last, index - SPAN + 1)
    const row = byMonth.get(month)
    return row ? { ...row, month } : { month, income: '0', expense: '0', net: '0' }
  })
}

function Readout({ month, currency }: { month: MonthBar; currency: string }) {
  const period = monthPeriod(month.month)
  return (
    <>
      <strong>{monthName(month.month)}</strong>
      <span>
        <Trans><i className={classes['swatch']} data-kind="in" aria-hidden /> in</Trans> <SummaryFigure metric="income" amount={month.income} summary={{ currency }} period={period} />
      </span>
      <span>
        <Trans><i className={classes['swatch']} data-kind="out" aria-hidden /> out</Trans> <SummaryFigure metric="expense" amount={month.expense} summary={{ currency }} period={period} />
      </span>
      <span>
        <Trans><i className={classes['swatch']} data-kind="net" aria-hidden /> net</Trans> <SummaryFigure metric="net" amount={month.net} summary={{ currency }} period={period} />
      </span>
    </>
  )
}

function MonthTable({ months, currency }: { months: readonly MonthBar[]; currency: string }) {
  return (
    <Table.ScrollContainer minWidth={420}>
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th><Trans>Month</Trans></Table.Th>
            <Table.Th ta="right"><Trans>In</Trans></Table.Th>
            <Table.Th ta="right"><Trans>Out</Trans></Table.Th>
            <Table.Th ta="right"><Trans>Net</Trans></Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {months.toReversed().map((month) => (
            <Table.Tr key={month.month}>
              <Table.Td>{monthName(month.month)}</Table.Td>
              {(['income', 'expense', 'net'] as const).map((metric) => (
                <Table.Td key={metric} ta="right">
                  <SummaryFigure metric={metric} amount={month[metric]} summary={{ currency }} period={monthPeriod(month.month)} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
