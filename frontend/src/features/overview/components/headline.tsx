import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Summary } from '@/api/types'
import { categoriesQuery, summaryQuery } from '@/api/queries'
import { monthOf, periodPhrase, shiftPeriod, type Period } from '@/lib/period'
import { signOf } from '@/lib/money'
import { outcomeOf, sizeOf, spendingOf, type SummaryCategory } from '../lib/headline'
import { SummaryFigure } from './summary-figure'
import classes from './headline.module.css'

interface HeadlineProps {
  summary: Summary
  period: Period
  today: string
}

/** The period in three sentences. Each figure in them opens its rows. */
export function Headline({ summary, period, today }: HeadlineProps) {
  const outcome = outcomeOf(summary)
  const phrase = periodPhrase(period)
  if (outcome === 'nothing') return <p className={classes['headline']}><Trans>Nothing was booked {phrase}.</Trans></p>
  const isRunning = period.end !== null && period.end >= today && (period.start ?? '') <= today
  return (
    <p className={classes['headline']}>
      <Outcome summary={summary} period={period} opening={isRunning ? t`So far ${phrase}` : opening(period)} />{' '}
      <span className={classes['then']}>
        <Largest spending={spendingOf(summary)} summary={summary} period={period} />{' '}
        <Before summary={summary} period={period} isRunning={isRunning} />
      </span>
    </p>
  )
}

function opening(period: Period): string {
  const phrase = periodPhrase(period)
  return phrase.charAt(0).toUpperCase() + phrase.slice(1)
}

function Outcome({ summary, period, opening }: { summary: Summary; period: Period; opening: string }) {
  const spent = <SummaryFigure metric="expense" amount={summary.expense} summary={summary} period={period} isSize />
  const income = <SummaryFigure metric="income" amount={summary.income} summary={summary} period={period} isSize />
  const net = <SummaryFigure metric="net" amount={summary.net} summary={summary} period={period} isSize />
  if (signOf(summary.income) === 0)
    return (
      <Trans>
        {opening} you spent {spent} and nothing came in.
      </Trans>
    )
  const outcome = outcomeOf(summary)
  if (outcome === 'kept')
    return (
      <Trans>
        {opening} {income} came in and {spent} went out, so {net} stayed.
      </Trans>
    )
  if (outcome === 'short')
    return (
      <Trans>
        {opening} {income} came in and {spent} went out, {net} more than came in.
      </Trans>
    )
  return (
    <Trans>
      {opening} {income} came in and {spent} went out: exactly as much.
    </Trans>
  )
}

interface LargestProps {
  spending: readonly SummaryCategory[]
  summary: Summary
  period: Period
}

function Largest({ spending, summary, period }: LargestProps) {
  const { data: categories = [] } = useQuery(categoriesQuery)
  const kinds = new Map(categories.map(({ id, kind }) => [id, kind]))
  // What only moved between accounts is no purchase, linked or not.
  const [first, second] = spending.filter(({ category }) => category === null || kinds.get(category) !== 'transfer')
  if (!first) return null
  const figure = (row: SummaryCategory) => (
    <span className={classes['aside']}>
      (<SummaryFigure metric="expense" amount={row.expense} summary={summary} period={period} category={row} isSize />)
    </span>
  )
  const [most, size] = [nameOf(first), figure(first)]
  if (!second)
    return (
      <Trans>
        Most went on {most} {size}.
      </Trans>
    )
  const [next, nextSize] = [nameOf(second), figure(second)]
  return (
    <Trans>
      Most went on {most} {size}, then {next} {nextSize}.
    </Trans>
  )
}

function nameOf(row: SummaryCategory): string {
  return row.category === null ? t`things without a category` : row.name
}

/** How the period before went, as its own figure; a month that still runs is not held against a whole one. */
function Before({ summary, period, isRunning }: { summary: Summary; period: Period; isRunning: boolean }) {
  const earlier = isRunning ? null : shiftPeriod(period, -1)
  const before = useQuery({ ...summaryQuery(earlier ?? period), enabled: earlier !== null })
  if (!earlier) return null
  if (before.isPending || before.isPlaceholderData) return <Skeleton component="span" display="inline-block" w={180} h="0.7em" />
  if (!before.data || before.data.count === 0 || before.data.currency !== summary.currency) return null
  const when = monthOf(period.key) === period.key ? t`The month before` : opening(earlier)
  const spent = <SummaryFigure metric="expense" amount={before.data.expense} summary={before.data} period={earlier} isSize />
  return sizeOf(before.data.expense) === sizeOf(summary.expense) ? (
    <Trans>
      {when} {spent} went out as well.
    </Trans>
  ) : (
    <Trans>
      {when} {spent} went out.
    </Trans>
  )
}
