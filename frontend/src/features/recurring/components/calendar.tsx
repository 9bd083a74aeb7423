import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Series } from '@/api/types'
import { Money } from '@/components/ui/money'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { dayName, monthName, monthOf } from '@/lib/period'
import { CADENCES, ROLES } from '@/lib/series-words'
import { nounInSentence } from '@/lib/words'
import { billsOverviewQuery } from '../api/bills'
import { dueOf, type Due } from '../lib/series'
import { CALENDAR_DAYS } from '../lib/window'
import { MonthGrid } from './month-grid'
import classes from './recurring.module.css'
import { SeriesMark } from './series-mark'

const WEEKDAYS = [t`Sun`, t`Mon`, t`Tue`, t`Wed`, t`Thu`, t`Fri`, t`Sat`] as const

const YEAR = 365

interface CalendarProps {
  series: readonly Series[]
  onOpen: (id: number) => void
}

/** Day by day what is due; months with their days, more on request. */
export function Calendar({ series, onOpen }: CalendarProps) {
  const [days, setDays] = useState(CALENDAR_DAYS)
  const overview = useQuery(billsOverviewQuery(days))
  if (overview.isPending) return <RowSkeletons rows={8} height={44} />
  if (overview.isError) return <ErrorNote what={t`What is due could not be loaded`} error={overview.error} onRetry={() => void overview.refetch()} />
  const due = dueOf(overview.data.upcoming, series)
  const months = [...new Set(due.map(({ day }) => monthOf(day)))]
  return (
    <div className={classes['groups']}>
      {due.length === 0 ? <p className={classes['quiet']}><Trans>Nothing is due in the next {days} days.</Trans></p> : null}
      {months.map((month) => (
        <Section key={month} title={monthName(month)}>
          <MonthGrid month={month} due={due.filter(({ day }) => monthOf(day) === month)} />
          <Days due={due.filter(({ day }) => monthOf(day) === month)} onOpen={onOpen} />
        </Section>
      ))}
      {days < YEAR ? (
        <div>
          <Button variant="default" size="sm" onClick={() => setDays((known) => Math.min(known + CALENDAR_DAYS, YEAR))}>
            <Trans>Look further ahead</Trans>
          </Button>
        </div>
      ) : null}
    </div>
  )
}

function Days({ due, onOpen }: { due: readonly Due[]; onOpen: (id: number) => void }) {
  const days = [...new Set(due.map(({ day }) => day))]
  return (
    <ol className={classes['list']}>
      {days.map((day) => (
        <li key={day} className={classes['date']}>
          <span className={classes['dateName']}>
            <span className={classes['weekday']}>{WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()]}</span> {dayName(day, 'short')}
          </span>
          <ul className={classes['list']}>
            {due
              .filter((one) => one.day === day)
              .map((one, index) => (
                <li key={`${one.series?.id ?? 'none'} ${index}`} className={classes['due']}>
                  <DueName due={one} onOpen={onOpen} />
                  <Money amount={one.amount} currency={one.currency} sign="always" weighIncoming />
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

function DueName({ due: { series, account }, onOpen }: { due: Due; onOpen: (id: number) => void }) {
  if (!series) return <span className={classes['quiet']}>{account ? t`Comes back on ${account}` : t`A payment that comes back`}</span>
  return (
    <span className={classes['who']}>
      <SeriesMark decision={series.decision} />
      <span>
        <button type="button" className={classes['open']} aria-haspopup="dialog" onClick={() => onOpen(series.id)}>
          {series.label}
        </button>
        <span className={classes['aside']}>
          {nounInSentence(ROLES[series.role].one)}, {CADENCES[series.cadence]}
        </span>
      </span>
    </span>
  )
}
