import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, SegmentedControl, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { forecastQuery } from '@/api/findings'
import type { Forecast } from '@/api/types'
import { FanChart } from '@/components/charts/fan-chart'
import { DrawnOrTable } from '@/components/ui/drawn-or-table'
import { EmptyNote, ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { lowestOf } from '@/lib/lowest'
import { dayName } from '@/lib/period'
import { hasBand, lineOf, SPAN_NAMES, SPANS, spanOf, withoutBand, type Span } from '../lib/forecast'
import { CategoryTable } from './category-table'
import { DayTable } from './day-table'
import classes from './forecast.module.css'
import { Headline } from './headline'
import { Horizons } from './horizons'
import { MadeOf } from './made-of'
import { Trust } from './trust'

/** The page's state, all of it in the URL. */
export interface ForecastState {
  currency?: string | undefined
  account?: string | undefined
  days?: string | undefined
  as?: string | undefined
}

interface ForecastPageProps {
  state: ForecastState
  onState: (part: ForecastState) => void
}

/** What your accounts will hold, with its band, its lowest day, and how far it can be trusted. */
export function ForecastPage({ state, onState }: ForecastPageProps) {
  const forecast = useQuery(forecastQuery(state.currency))
  if (forecast.isPending) return <RowSkeletons rows={6} height={64} />
  if (forecast.isError)
    return <ErrorNote what={t`The forecast could not be loaded`} error={forecast.error} onRetry={() => void forecast.refetch()} />
  if (forecast.data.daily.length === 0) return <NothingYet forecast={forecast.data} />
  return <Loaded forecast={forecast.data} state={state} onState={onState} />
}

function Loaded({ forecast, state, onState }: ForecastPageProps & { forecast: Forecast }) {
  const { currency, accounts, as_of: seen, is_change: isChange } = forecast
  const span = spanOf(state.days)
  const account = accounts.find((one) => String(one.account) === state.account) ?? null
  const line = lineOf(forecast, account?.account ?? null)
  const isTrusted = hasBand(forecast)
  const days = (isTrusted ? line.daily : withoutBand(line.daily)).slice(0, Number(span))
  const lowest = lowestOf(days)
  const points = [
    ...(line.start !== null && seen ? [{ day: seen, mid: line.start, low: line.start, high: line.start }] : []),
    ...days.map(({ date, ...amounts }) => ({ day: date, ...amounts })),
  ]
  const name = account ? account.account_name : t`All accounts`
  return (
    <div className={classes['page']}>
      <Headline forecast={forecast} name={account?.account_name ?? null} start={line.start} lowest={lowest} days={days} span={span} />
      <Section
        title={name}
        about="confidence-band"
        aside={
          <DrawnOrTable as={state.as} onChange={(as) => onState({ as })} />
        }
      >
        <Choices forecast={forecast} span={span} account={account?.account ?? null} onState={onState} />
        {state.as === 'table' ? (
          <DayTable days={days} span={span} currency={currency} lowest={lowest?.date ?? null} />
        ) : (
          <FanChart
            label={isChange ? t`What is added to ${name}, in ${currency}` : t`Balance of ${name} to come, in ${currency}`}
            points={isTrusted ? points : points.map((point) => ({ ...point, low: null, high: null }))}
            currency={currency}
            lowest={lowest?.date ?? null}
          />
        )}
        {isChange ? (
          <p className={classes['quiet']}>{seen ? <Trans>No opening balance is known, so this is what is added from {dayName(seen)} on.</Trans> : <Trans>No opening balance is known, so this is what is added from now on.</Trans>}</p>
        ) : null}
      </Section>
      <div className={classes['columns']}>
        <Horizons forecast={forecast} horizons={line.horizons} isWhole={account === null} isTrusted={isTrusted} />
        <Trust forecast={forecast} />
      </div>
      {line.start === null ? null : (
        <MadeOf
          start={line.start}
          days={line.daily.slice(0, Number(span))}
          payments={account ? forecast.payments.filter((one) => one.account === String(account.account)) : forecast.payments}
          currency={currency}
        />
      )}
      <CategoryTable months={forecast.months} currency={currency} />
    </div>
  )
}

interface ChoicesProps {
  forecast: Forecast
  span: Span
  account: number | null
  onState: (part: ForecastState) => void
}

function Choices({ forecast, span, account, onState }: ChoicesProps) {
  const { accounts, currencies, currency } = forecast
  return (
    <div className={classes['choices']}>
      <SegmentedControl
        size="sm"
        className={classes['spans'] ?? ''}
        aria-label={t`How far ahead`}
        value={span}
        onChange={(days) => onState({ days })}
        data={SPANS.map((value) => ({ value, label: SPAN_NAMES[value] }))}
      />
      {accounts.length > 1 ? (
        <Select
          size="sm"
          aria-label={t`Account`}
          allowDeselect={false}
          value={account === null ? 'all' : String(account)}
          onChange={(value) => onState({ account: value === 'all' ? undefined : (value ?? undefined) })}
          data={[{ value: 'all', label: t`All accounts` }, ...accounts.map((one) => ({ value: String(one.account), label: one.account_name }))]}
        />
      ) : null}
      {currencies.length > 1 ? (
        <Select
          size="sm"
          aria-label={t`Currency`}
          allowDeselect={false}
          value={currency}
          onChange={(value) => onState({ currency: value ?? undefined, account: undefined })}
          data={[...currencies]}
        />
      ) : null}
    </div>
  )
}

function NothingYet({ forecast: { reason } }: { forecast: Forecast }) {
  return (
    <EmptyNote
      title={t`No forecast yet`}
      action={
        <Button component={Link} to="/import">
          <Trans>Import a statement</Trans>
        </Button>
      }
    >
      <Trans>{reason || t`There are too few rows to say what comes.`} With three months of rows we can draw a line, with a year we can say
      how far to trust it.</Trans>
    </EmptyNote>
  )
}
