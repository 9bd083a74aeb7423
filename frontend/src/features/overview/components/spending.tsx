import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, SegmentedControl, Table, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Summary } from '@/api/types'
import { CategoryBars } from '@/components/charts/category-bars'
import { Section } from '@/components/ui/section'
import type { Period } from '@/lib/period'
import { sizeOf, spendingOf, type SummaryCategory } from '../lib/headline'
import { SummaryFigure } from './summary-figure'
import classes from './spending.module.css'

interface SpendingProps {
  summary: Summary
  period: Period
}

const SHOWN_AT_FIRST = 10

export function Spending({ summary, period }: SpendingProps) {
  const [view, setView] = useState('bars')
  const [isWhole, setWhole] = useState(false)
  const spending = spendingOf(summary)
  const shown = isWhole || view === 'table' ? spending : spending.slice(0, SHOWN_AT_FIRST)
  const more = spending.length - shown.length
  const byId = new Map(spending.map((row) => [row.category, row]))
  return (
    <Section
      title={t`Spending by category`}
      aside={
        <SegmentedControl
          size="xs"
          aria-label={t`Show spending as`}
          value={view}
          onChange={setView}
          data={[
            { value: 'bars', label: t`Bars` },
            { value: 'table', label: t`Table` },
          ]}
        />
      }
    >
      {spending.length === 0 ? <Text c="dimmed"><Trans>Nothing was spent in this period.</Trans></Text> : null}
      {view === 'bars' ? (
        <CategoryBars
          bars={shown.map((row) => ({ category: row.category, name: row.name, size: sizeOf(row.expense) }))}
          label={(bar) => <CategoryLink category={bar.category} name={bar.name} period={period} />}
          figure={(bar) => {
            const row = byId.get(bar.category)
            return row ? (
              <SummaryFigure metric="expense" amount={row.expense} summary={summary} period={period} category={row} isSize />
            ) : null
          }}
        />
      ) : (
        <SpendingTable rows={shown} summary={summary} period={period} />
      )}
      {more > 0 ? (
        <Button mt="xs" size="compact-sm" variant="subtle" onClick={() => setWhole(true)}>
          {t`${more} more`}
        </Button>
      ) : null}
    </Section>
  )
}

function CategoryLink({ category, name, period }: { category: number | null; name: string; period: Period }) {
  return (
    <Link
      to="/transactions"
      search={{ period: period.key, category: category === null ? 'none' : String(category) }}
      className={classes['link']}
      title={category === null ? t`Uncategorised` : name}
    >
      {category === null ? t`Uncategorised` : name}
    </Link>
  )
}

function SpendingTable({ rows, summary, period }: SpendingProps & { rows: readonly SummaryCategory[] }) {
  return (
    <Table.ScrollContainer minWidth={360}>
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th><Trans>Category</Trans></Table.Th>
            <Table.Th ta="right"><Trans>Transactions</Trans></Table.Th>
            <Table.Th ta="right"><Trans>Spent</Trans></Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.category ?? 'none'}>
              <Table.Td>
                <CategoryLink category={row.category} name={row.name} period={period} />
              </Table.Td>
              <Table.Td ta="right">{row.count}</Table.Td>
              <Table.Td ta="right">
                <SummaryFigure metric="expense" amount={row.expense} summary={summary} period={period} category={row} isSize />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
