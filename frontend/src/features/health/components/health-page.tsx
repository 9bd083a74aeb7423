import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { healthQuery } from '@/api/findings'
import type { HealthScore } from '@/api/types'
import { Sparkline } from '@/components/charts/sparkline'
import { FactFigure } from '@/components/ui/facts'
import { EmptyNote, ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { dayName, monthName, monthOf } from '@/lib/period'
import { signedPoints } from '../lib/health-words'
import classes from './health.module.css'
import { Indicators } from './indicators'
import { Pillars } from './pillars'
import { Waterfall } from './waterfall'

/** How your money is doing: a score with its range where there is enough for one, and what it is made of. */
export function HealthPage() {
  const health = useQuery(healthQuery)
  if (health.isPending) return <RowSkeletons rows={6} height={72} />
  if (health.isError)
    return <ErrorNote what={t`Your financial health could not be loaded`} error={health.error} onRetry={() => void health.refetch()} />
  const { data } = health
  if (data.as_of === null || data.indicators.length === 0)
    return (
      <EmptyNote
        title={t`Too little to judge by`}
        action={
          <Button component={Link} to="/import" variant="default">
            <Trans>Import a statement</Trans>
          </Button>
        }
      >
        {data.reason || t`A full month of your own rows is the least that we need.`}
      </EmptyNote>
    )
  return (
    <div className={classes['page']}>
      <Score health={data} />
      {data.pillars.length > 0 ? (
        <Section title={t`Four sides of it`}>
          <Pillars pillars={data.pillars} facts={data.facts} />
        </Section>
      ) : null}
      {data.change !== null ? <Waterfall change={data.change} indicators={data.indicators} facts={data.facts} /> : null}
      <Indicators indicators={data.indicators} />
    </div>
  )
}

function Score({ health }: { health: HealthScore }) {
  const { score, score_low: low, score_high: high, as_of: seen, known, possible, reason, change, facts } = health
  const fact = facts.find(({ name }) => name === 'score')
  const month = seen ? monthName(monthOf(seen)) : ''
  if (score === null)
    return (
      <div>
        <p className={classes['lead']}><Trans>There is no score for {month}.</Trans></p>
        <Text c="dimmed" maw={560}>
          <Trans>{reason} {known} of {possible} indicators are known.</Trans>
        </Text>
      </div>
    )
  return (
    <div className={classes['top']}>
      <p className={classes['score']}>
        <strong>{fact ? <FactFigure fact={fact}>{Math.round(score)}</FactFigure> : Math.round(score)}</strong>
        <span className={classes['of']}> <Trans>of 100</Trans></span>
      </p>
      <div>
        <Text>
          {rangeWords(low, high)} {change === null ? '' : changeWords(change)}
        </Text>
        <Text c="dimmed" size="sm">
          <Trans>{month}, from {known} of {possible} indicators that count. {reason}</Trans>
        </Text>
      </div>
      <History health={health} />
    </div>
  )
}

function rangeWords(low: number | null, high: number | null): string {
  if (low === null || high === null) return ''
  const [from, to] = [Math.round(low), Math.round(high)]
  return from === to ? t`Your rows leave no doubt about it.` : t`Between ${from} and ${to}, as far as your rows can say.`
}

function changeWords(change: number): string {
  const points = signedPoints(change)
  return points === signedPoints(0) ? t`As in the month before.` : t`${points} points against the month before.`
}

function History({ health }: { health: HealthScore }) {
  const known = health.history.flatMap(({ as_of: day, score }) => (score === null ? [] : [{ day, score }])).reverse()
  const first = known[0]
  const last = known.at(-1)
  if (!first || !last || known.length < 2) return null
  return (
    <div className={classes['history']}>
      <Sparkline width={160} height={40} points={known.map(({ day, score }) => ({ at: Date.parse(day), value: score }))} />
      <Text size="sm" c="dimmed">
        <Trans>{Math.round(first.score)} on {dayName(first.day, 'medium')}, {Math.round(last.score)} on {dayName(last.day, 'medium')}</Trans>
      </Text>
    </div>
  )
}
