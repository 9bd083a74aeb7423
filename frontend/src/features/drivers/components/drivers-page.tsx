import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, SegmentedControl, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Drivers } from '@/api/types'
import { FactFigure } from '@/components/ui/facts'
import { Money } from '@/components/ui/money'
import { EmptyNote, ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { signOf } from '@/lib/money'
import { monthName } from '@/lib/period'
import { driversQuery, type Against, type Asked, type By } from '../api/drivers'
import { moreSpent } from '../lib/change-words'
import { DriverTable } from './driver-table'
import classes from './drivers.module.css'

/** The page's state, all of it in the URL. */
export interface DriversState {
  month?: string | undefined
  by?: string | undefined
  against?: string | undefined
}

interface DriversPageProps {
  state: DriversState
  onState: (part: DriversState) => void
}

function asked({ month, by, against }: DriversState): Asked {
  return {
    month: month && /^\d{4}-\d{2}$/u.test(month) ? month : null,
    by: by === 'payee' || by === 'series' ? by : 'category',
    against: against === 'previous' ? 'previous' : 'usual',
  }
}

/** Why a month cost more or less than a usual one, line by line to the cent. */
export function DriversPage({ state, onState }: DriversPageProps) {
  const wanted = asked(state)
  const drivers = useQuery(driversQuery(wanted))
  if (drivers.isPending) return <RowSkeletons rows={8} height={52} />
  if (drivers.isError)
    return <ErrorNote what={t`What changed could not be loaded`} error={drivers.error} onRetry={() => void drivers.refetch()} />
  const { data } = drivers
  return (
    <div className={classes['page']}>
      {data.lines.length > 0 ? <Lead drivers={data} /> : null}
      <Choices drivers={data} asked={wanted} onState={onState} />
      {data.lines.length > 0 ? (
        <DriverTable drivers={data} />
      ) : (
        <EmptyNote
          title={t`Nothing to compare yet`}
          action={
            <Button component={Link} to="/import" variant="default">
              <Trans>Import a statement</Trans>
            </Button>
          }
        >
          {data.reason}
        </EmptyNote>
      )}
    </div>
  )
}

function Lead({ drivers }: { drivers: Drivers }) {
  const { month, change, now, before, currency, facts } = drivers
  if (change === null || now === null || before === null) return null
  const figure = (amount: string, name: string) => {
    const fact = facts.find((one) => one.name === name)
    const money = <Money amount={amount} currency={currency} sign="never" />
    return fact ? <FactFigure fact={fact}>{money}</FactFigure> : money
  }
  const other = drivers.against === 'usual' ? t`a usual month` : t`the month before`
  const more = signOf(moreSpent(change))
  return (
    <p className={classes['lead']}>
      <Trans>{month ? monthName(month) : t`The month`} cost {more === 0 ? t`exactly as much as` : figure(change, 'change')}
      {more === 0 ? '' : more > 0 ? t` more than` : t` less than`} {other}:{' '}
      <span className={classes['quiet']}>
        {figure(now, 'now')} instead of {figure(before, 'before')}.
      </span></Trans>
    </p>
  )
}

const BYS: readonly { value: By; label: string }[] = [
  { value: 'category', label: t`Categories` },
  { value: 'payee', label: t`Payees` },
  { value: 'series', label: t`Series` },
]
const AGAINSTS: readonly { value: Against; label: string }[] = [
  { value: 'usual', label: t`A usual month` },
  { value: 'previous', label: t`The month before` },
]

function Choices({ drivers, asked: { by, against }, onState }: { drivers: Drivers; asked: Asked; onState: (part: DriversState) => void }) {
  const { month, months } = drivers
  return (
    <div className={classes['choices']}>
      {months.length > 0 ? (
        <Select
          size="sm"
          aria-label={t`Month`}
          allowDeselect={false}
          value={month}
          data={months.map((value) => ({ value, label: monthName(value) }))}
          onChange={(value) => onState({ month: value ?? undefined })}
        />
      ) : null}
      <SegmentedControl aria-label={t`Line by line`} value={by} onChange={(value) => onState({ by: value })} data={[...BYS]} />
      <SegmentedControl aria-label={t`Against`} value={against} onChange={(value) => onState({ against: value })} data={[...AGAINSTS]} />
    </div>
  )
}
