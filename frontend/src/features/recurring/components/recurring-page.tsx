import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { seriesQuery } from '@/api/findings'
import type { BillsOverview, Series } from '@/api/types'
import { FactFigure } from '@/components/ui/facts'
import { Money } from '@/components/ui/money'
import { EmptyNote, ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { today } from '@/lib/period'
import { ROLES } from '@/lib/series-words'
import type { NamedFact } from '@/lib/linked-words'
import { useLast } from '@/lib/use-last'
import { billsOverviewQuery } from '../api/bills'
import { useSeriesDeeds } from '../api/series'
import { byRole, isRunning, shelfOf, yearlySums, type Shown } from '../lib/series'
import { CALENDAR_DAYS } from '../lib/window'
import { Calendar } from './calendar'
import { DeclareDialog } from './declare-dialog'
import { Noticed } from './noticed'
import { SeriesDrawer } from './series-drawer'
import { SeriesRow } from './series-row'
import classes from './recurring.module.css'

export type RecurringView = Shown | 'calendar'

export function recurringView(text: string | undefined): RecurringView {
  return text === 'over' || text === 'ignored' || text === 'calendar' ? text : 'running'
}

interface RecurringPageProps {
  view: RecurringView
  onView: (view: RecurringView) => void
  /** The series whose drawer is open. */
  open: number | null
  onOpen: (id: number | null) => void
}

/** What comes back by itself: bills, subscriptions, income; as a list, or day by day. */
export function RecurringPage(props: RecurringPageProps) {
  // Beside what changes its shape when the first analysis arrives, which would take away what is being typed.
  const [isDeclaring, setDeclaring] = useState(false)
  return (
    <>
      <Shelves {...props} onDeclare={() => setDeclaring(true)} />
      <DeclareDialog isOpen={isDeclaring} onClose={() => setDeclaring(false)} />
    </>
  )
}

function Shelves({ view, onView, open, onOpen, onDeclare }: RecurringPageProps & { onDeclare: () => void }) {
  const series = useQuery(seriesQuery)
  const overview = useQuery(billsOverviewQuery(CALENDAR_DAYS))
  const shown = useLast(series.data?.find(({ id }) => id === open) ?? null)
  if (series.isPending) return <RowSkeletons rows={10} height={56} />
  if (series.isError)
    return <ErrorNote what={t`What comes back could not be loaded`} error={series.error} onRetry={() => void series.refetch()} />
  if (series.data.length === 0) return <NothingYet onDeclare={onDeclare} />
  const of = (shelf: Shown): Series[] => series.data.filter((one) => shelfOf(one) === shelf)
  const named = (name: string, shelf: Shown): string => (of(shelf).length > 0 ? `${name} ${of(shelf).length}` : name)
  return (
    <>
      <Sums series={series.data} subscriptions={overview.data?.subscriptions ?? []} />
      {view === 'running' || view === 'calendar' ? <Noticed remarks={overview.data?.remarks ?? []} onOpen={onOpen} /> : null}
      <div className={classes['views']}>
        <SegmentedControl
          aria-label={t`What to show`}
          value={view}
          onChange={onView}
          data={[
            { value: 'running', label: named(t`Running`, 'running') },
            { value: 'calendar', label: t`Calendar` },
            { value: 'over', label: named(t`Over`, 'over') },
            { value: 'ignored', label: named(t`Ignored`, 'ignored') },
          ]}
        />
        <Button variant="default" onClick={onDeclare}>
          <Trans>Declare a series</Trans>
        </Button>
      </div>
      {view === 'calendar' ? <Calendar series={series.data} onOpen={onOpen} /> : <List series={of(view)} view={view} onOpen={onOpen} />}
      {shown ? <SeriesDrawer key={shown.id} series={shown} every={series.data} isOpen={open === shown.id} onClose={() => onOpen(null)} /> : null}
    </>
  )
}

function List({ series, view, onOpen }: { series: readonly Series[]; view: Shown; onOpen: (id: number) => void }) {
  const deeds = useSeriesDeeds()
  if (series.length === 0) return <p className={classes['quiet']}>{EMPTY[view]}</p>
  return (
    <div className={classes['groups']}>
      {byRole(series).map(({ role, series: members }) => (
        <Section key={role} title={ROLES[role].many} aside={<span className={classes['quiet']}>{members.length}</span>}>
          <ul className={classes['list']}>
            {members.map((one) => (
              <SeriesRow
                key={one.id}
                series={one}
                onOpen={() => onOpen(one.id)}
                onDecide={(decision) => deeds.decide(one, decision)}
                onSay={(what) => void deeds.correct(one, { [what]: today() }, SAID[what](one.label))}
              />
            ))}
          </ul>
        </Section>
      ))}
    </div>
  )
}

const SAID = {
  cancelled_on: (label: string) => t`${label} is noted as cancelled. A later charge is worth a word.`,
  unused_on: (label: string) => t`${label} is noted as not used. Ending it becomes advice.`,
}

const EMPTY: Record<Shown, string> = {
  running: t`Nothing is running just now.`,
  over: t`Nothing has ended or paused.`,
  ignored: t`You ignore nothing.`,
}

/** What a year of everything that runs comes to, by kind and currency. */
function Sums({ series, subscriptions }: { series: readonly Series[]; subscriptions: BillsOverview['subscriptions'] }) {
  const running = series.filter(isRunning)
  if (running.length === 0) return null
  return (
    <dl className={classes['sums']} aria-label={t`A year of what runs`}>
      {byRole(running).map(({ role, series: members }) => (
        <div key={role}>
          <dt>{ROLES[role].many}</dt>
          {yearlySums(members).map(({ currency, amount }) => (
            <dd key={currency} className={classes['sum']}>
              <YearlySum fact={role === 'subscription' ? factOf(subscriptions, currency, amount) : undefined}>
                <Money amount={amount} currency={currency} whole />
              </YearlySum>
              <span className={classes['per']}> <Trans>a year</Trans></span>
            </dd>
          ))}
          <dd className={classes['sub']}>{plural(members.length, { one: '# series', other: '# series' })}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The stored figure of this sum; none where something has been said since the last analysis. */
function factOf(subscriptions: BillsOverview['subscriptions'], currency: string, amount: string) {
  return subscriptions.find((one) => one.currency === currency && one.yearly === amount)?.facts[0]
}

function YearlySum({ fact, children }: { fact: NamedFact | undefined; children: ReactNode }) {
  return fact ? <FactFigure fact={fact}>{children}</FactFigure> : children
}

function NothingYet({ onDeclare }: { onDeclare: () => void }) {
  return (
    <EmptyNote
      title={t`Nothing comes back yet`}
      action={
        <Group gap="xs">
          <Button component={Link} to="/import">
            <Trans>Import a statement</Trans>
          </Button>
          <Button variant="default" onClick={onDeclare}>
            <Trans>Declare a series</Trans>
          </Button>
        </Group>
      }
    >
      <Trans>
        Bills, subscriptions and income are found in your own rows, mostly from the third time on. Three months of statements are a good
        start; what is to come can be declared.
      </Trans>
    </EmptyNote>
  )
}
