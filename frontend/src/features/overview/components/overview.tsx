import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Skeleton, Text } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { latestTransactionsQuery, summaryQuery } from '@/api/queries'
import type { Summary } from '@/api/types'
import { Money } from '@/components/ui/money'
import { EmptyNote, ErrorNote } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import type { Period } from '@/lib/period'
import { Ahead } from './ahead'
import { Balances } from './balances'
import { Headline } from './headline'
import { LatestReport, LatestTransactions } from './latest'
import { Months } from './months'
import { Spending } from './spending'
import { Totals } from './totals'
import classes from './overview.module.css'

interface OverviewProps {
  period: Period
  today: string
  onPeriod: (period: Period) => void
  /** What the person pinned, below the figures of the period. */
  pinned?: ReactNode
}

export function Overview({ period, today, onPeriod, pinned }: OverviewProps) {
  const summary = useQuery(summaryQuery(period))
  const latest = useQuery(latestTransactionsQuery)
  if (latest.data?.length === 0) return <FirstSteps />
  if (summary.isError)
    return <ErrorNote what={t`The figures could not be loaded`} error={summary.error} onRetry={() => void summary.refetch()} />
  return (
    <>
      {summary.data ? (
        <div data-fading={summary.isPlaceholderData || undefined} className={classes['figures']}>
          <Headline summary={summary.data} period={period} today={today} />
          <Totals summary={summary.data} period={period} />
        </div>
      ) : (
        <FigureSkeletons />
      )}
      {pinned}
      <Ahead />
      <div className={classes['columns']}>
        <div className={classes['wide']}>
          {summary.data ? <Spending summary={summary.data} period={period} /> : <Skeleton height={360} />}
          <Months period={period} today={today} onPick={onPeriod} />
        </div>
        <div className={classes['narrow']}>
          <LatestReport today={today} />
          <Balances />
          {summary.data ? <OtherCurrencies summary={summary.data} /> : null}
        </div>
      </div>
      <LatestTransactions />
    </>
  )
}

function FigureSkeletons() {
  return (
    <div aria-busy="true" className={classes['skeletons']}>
      <Skeleton height={28} width="78%" />
      <Skeleton height={28} width="64%" />
      <Skeleton height={52} width="56%" mt={24} />
    </div>
  )
}

/** Amounts in other currencies are never mixed into the figures above; they stand on their own. */
function OtherCurrencies({ summary }: { summary: Summary }) {
  const others = summary.by_currency.filter(({ currency, count }) => currency !== summary.currency && count > 0)
  if (others.length === 0) return null
  return (
    <Section title={t`In other currencies`}>
      <Text size="sm" c="dimmed" mb={8}>
        <Trans>Not part of the figures in {summary.currency}.</Trans>
      </Text>
      {others.map(({ currency, income, expense }) => (
        <div key={currency} className={classes['currency']}>
          <span>{currency}</span>
          <Money amount={income} currency={currency} sign="always" />
          <Money amount={expense} currency={currency} />
        </div>
      ))}
    </Section>
  )
}

function FirstSteps() {
  return (
    <EmptyNote
      title={t`Start with a bank statement`}
      action={
        <Group gap="sm">
          <Button component={Link} to="/import" leftSection={<IconUpload size={18} />}>
            <Trans>Import a statement</Trans>
          </Button>
          <Button component={Link} to="/start" variant="default">
            <Trans>Start step by step</Trans>
          </Button>
        </Group>
      }
    >
      <Trans>Download a CSV or OFX file from your bank and drop it here. You see what was understood before anything is kept, and
      you can undo it.</Trans>
    </EmptyNote>
  )
}
