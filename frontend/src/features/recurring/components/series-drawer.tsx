import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Series } from '@/api/types'
import { FactList } from '@/components/ui/facts'
import { GuardedDrawer } from '@/components/ui/guarded-drawer'
import { Money } from '@/components/ui/money'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { dayName, monthOf } from '@/lib/period'
import { CADENCES, noteWords, STATES } from '@/lib/series-words'
import { sureWords } from '@/lib/sure-words'
import { transactionTitle } from '@/lib/transaction-title'
import { seriesRowsQuery, useSeriesDeeds } from '../api/series'
import { CorrectForm } from './correct-form'
import { MergeForm } from './merge-form'
import { NextAmount, NextDay, Yearly } from './series-figures'
import { SeriesMark } from './series-mark'
import classes from './recurring.module.css'

interface SeriesDrawerProps {
  series: Series
  every: readonly Series[]
  isOpen: boolean
  onClose: () => void
}

/** One series: what is expected, what you may say about it, and the rows it was found in. */
export function SeriesDrawer({ series, every, isOpen, onClose }: SeriesDrawerProps) {
  const isPhone = useMediaQuery('(max-width: 48em)')
  const { decide } = useSeriesDeeds()
  const { label, decision, notes } = series
  const remarks = notes.flatMap((note) => noteWords(note) ?? [])
  return (
    <GuardedDrawer opened={isOpen} onClose={onClose} size={isPhone ? '100%' : 560} title={label}>
      <div className={classes['drawer']}>
        <Text size="sm" c="dimmed">
          <SeriesMark decision={decision} /> {STATES[series.status]}, {CADENCES[series.cadence]}, {said(series)}
        </Text>
        <dl className={classes['facts']}>
          <div>
            <dt><Trans>Next</Trans></dt>
            <dd>
              <NextDay series={series} />
            </dd>
          </div>
          <div>
            <dt><Trans>Amount</Trans></dt>
            <dd>
              <NextAmount series={series} />
            </dd>
          </div>
          <div>
            <dt><Trans>Cost</Trans></dt>
            <dd>
              <Yearly series={series} />
            </dd>
          </div>
        </dl>
        {remarks.length > 0 ? <Text size="sm">{remarks.join(' ')}</Text> : null}
        <Group gap="xs">
          {decision === 'open' ? (
            <>
              <Button size="sm" onClick={() => decide(series, 'confirm')}>
                <Trans>Confirm</Trans>
              </Button>
              <Button size="sm" variant="default" onClick={() => decide(series, 'ignore')}>
                <Trans>Ignore</Trans>
              </Button>
            </>
          ) : (
            <Button size="sm" variant="default" onClick={() => decide(series, 'reopen')}>
              {decision === 'confirmed' ? t`Take the confirmation back` : t`Stop ignoring it`}
            </Button>
          )}
        </Group>
        <CorrectForm key={series.id} series={series} />
        <MergeForm series={series} every={every} onGone={onClose} />
        <PriceHistory series={series} />
        <MissedDays days={series.missed_days} />
        <Rows series={series} />
        {series.facts.length > 0 ? (
          <Section title={t`Figures`}>
            <FactList facts={series.facts} />
          </Section>
        ) : null}
      </div>
    </GuardedDrawer>
  )
}

function said({ decision, confidence, missed, late, source, ends_on: ends }: Series): string {
  const parts = [
    decision === 'confirmed' ? (source === 'declared' ? t`declared by you` : t`confirmed by you`) : t`we are ${sureWords(confidence)}`,
    ...(ends ? [t`the last on ${dayName(ends)}`] : []),
    ...(missed > 0 ? [t`${plural(missed, { one: '# time', other: '# times' })} missed`] : []),
    ...(late > 0 ? [t`${plural(late, { one: '# time', other: '# times' })} late`] : []),
  ]
  return parts.join(', ')
}

function PriceHistory({ series }: { series: Series }) {
  const { price_changes: changes, currency } = series
  if (changes.length === 0) return null
  return (
    <Section title={t`Price changes`}>
      <ul className={classes['list']}>
        {[...changes].reverse().map(({ date, from, to }) => (
          <li key={date} className={classes['due']}>
            <span>{dayName(date)}</span>
            <span>
              <Money amount={from} currency={currency} sign="never" /> → <Money amount={to} currency={currency} sign="never" />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function MissedDays({ days }: { days: readonly string[] }) {
  if (days.length === 0) return null
  return (
    <Section title={t`Missed in the last year`}>
      <ul className={classes['list']}>
        {[...days].reverse().map((day) => (
          <li key={day} className={classes['due']}>
            <span>{dayName(day)}</span>
            <span className={classes['quiet']}><Trans>nothing came</Trans></span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Rows({ series }: { series: Series }) {
  const rows = useQuery(seriesRowsQuery(series.transactions))
  const whole = series.transactions.length
  return (
    <Section title={series.source === 'declared' ? t`Rows that came of it` : t`Rows it was found in`} aside={<span className={classes['quiet']}>{whole}</span>}>
      {rows.isLoading ? <RowSkeletons rows={4} /> : null}
      {rows.isError ? <ErrorNote what={t`The rows could not be loaded`} error={rows.error} onRetry={() => void rows.refetch()} /> : null}
      <ul className={classes['list']}>
        {rows.data?.map((row) => (
          <li key={row.id} className={classes['due']}>
            <span className={classes['names']}>
              <Link to="/transactions" search={{ period: monthOf(row.booking_date), open: String(row.id) }} className={classes['link']}>
                {dayName(row.booking_date, 'medium')}
              </Link>
              <span className={classes['sub']}>{transactionTitle(row)}</span>
            </span>
            <Money amount={row.amount} currency={row.currency} sign="always" weighIncoming />
          </li>
        ))}
      </ul>
      {rows.data && rows.data.length < whole ? (
        <Text size="sm" c="dimmed" mt={8}>
          <Trans>The latest {rows.data.length} of {whole}.</Trans>
        </Text>
      ) : null}
    </Section>
  )
}
