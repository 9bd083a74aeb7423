import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, SegmentedControl } from '@mantine/core'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api, unwrap } from '@/api/client'
import type { NetWorth } from '@/api/types'
import { LinesChart } from '@/components/charts/lines-chart'
import { Money } from '@/components/ui/money'
import { EmptyNote, ErrorNote, Note, RowSkeletons } from '@/components/ui/notes'
import { DrawnOrTable } from '@/components/ui/drawn-or-table'
import { Section } from '@/components/ui/section'
import { compareAmounts, negate, signOf, subtract } from '@/lib/money'
import { addMonths, dayName, monthOf, monthPeriod, today } from '@/lib/period'
import classes from './worth.module.css'

/** The page's state, all of it in the URL. */
export interface NetWorthState {
  months?: string | undefined
  day?: string | undefined
  as?: string | undefined
}

interface NetWorthPageProps {
  state: NetWorthState
  onState: (part: NetWorthState) => void
}

const SPANS = ['12', '24', '60', '120'] as const
const NAMES: Record<(typeof SPANS)[number], string> = { '12': t`1 year`, '24': t`2 years`, '60': t`5 years`, '120': t`10 years` }

function netWorthQuery(from: string, to: string) {
  return queryOptions({
    queryKey: ['net-worth', from, to],
    queryFn: () => unwrap(api.GET('/api/net-worth/', { params: { query: { from, to, step: 'month' } } })),
    placeholderData: keepPreviousData,
  })
}

/** What all accounts are worth together at the ends of months, and which accounts make it up. */
export function NetWorthPage({ state, onState }: NetWorthPageProps) {
  const now = today()
  const span = SPANS.find((one) => one === state.months) ?? '24'
  const from = monthPeriod(addMonths(monthOf(now), 1 - Number(span))).start ?? now
  const worth = useQuery(netWorthQuery(from, now))
  if (worth.isPending) return <RowSkeletons rows={6} height={64} />
  if (worth.isError) return <ErrorNote what={t`Your net worth could not be loaded`} error={worth.error} onRetry={() => void worth.refetch()} />
  const { points, accounts, currency, missing_rates: missing } = worth.data
  const last = points.at(-1)
  if (accounts.length === 0 || !last) {
    return (
      <EmptyNote title={t`No account yet`} action={<Button renderRoot={(props) => <Link {...props} to="/accounts" />}><Trans>Add an account</Trans></Button>}>
        <Trans>Net worth is what stands on your accounts less what you owe. It needs at least one of them.</Trans>
      </EmptyNote>
    )
  }
  const chosen = points.find(({ day }) => day === state.day) ?? last
  return (
    <div className={classes['page']}>
      <Headline worth={worth.data} />
      <Section
        title={t`At the ends of months`}
        aside={
          <DrawnOrTable as={state.as} onChange={(as) => onState({ as })} />
        }
      >
        <div className={classes['choices']}>
          <SegmentedControl
            size="sm"
            aria-label={t`How far back`}
            value={span}
            onChange={(months) => onState({ months: months === '24' ? undefined : months, day: undefined })}
            data={SPANS.map((value) => ({ value, label: NAMES[value] }))}
          />
        </div>
        {state.as === 'table' ? (
          <PointsTable worth={worth.data} chosen={chosen.day} onChoose={(day) => onState({ day })} />
        ) : (
          <LinesChart
            label={t`Net worth, what you hold and what you owe at the ends of months, in ${currency}`}
            days={points.map(({ day }) => day)}
            currency={currency}
            lines={[
              { name: t`Net worth`, mids: points.map(({ total }) => total), band: null },
              ...(points.some(({ owed }) => signOf(owed) !== 0)
                ? [
                    { name: t`Held`, mids: points.map(({ assets }) => assets), band: null, isBaseline: true },
                    { name: t`Owed`, mids: points.map(({ owed }) => owed), band: null, isBaseline: true },
                  ]
                : []),
            ]}
            onPick={(index) => onState({ day: points[index]?.day })}
          />
        )}
        {missing.map(({ base, quote, reason }) => (
          <Note key={base}>
            <Trans>{base} is left out: no rate to {quote}. {reason}</Trans>
          </Note>
        ))}
      </Section>
      <Accounts day={chosen.day} isLast={chosen.day === last.day} />
    </div>
  )
}

function Headline({ worth: { points, currency } }: { worth: NetWorth }) {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return null
  const change = subtract(last.total, first.total)
  const sign = signOf(change)
  return (
    <p className={classes['headline']}>
      <Trans>You are worth <Money amount={last.total} currency={currency} /></Trans>
      {signOf(last.owed) === 0 ? '' : <><Trans>: <Money amount={last.assets} currency={currency} /> held, <Money amount={negate(last.owed)} currency={currency} /> owed</Trans></>}.{' '}
      {sign === 0 || first === last ? null : (
        <span className={classes['quiet']}>
          <Trans>That is <Money amount={sign < 0 ? negate(change) : change} currency={currency} /> {sign < 0 ? t`less` : t`more`} than on {dayName(first.day)}.</Trans>
        </span>
      )}
    </p>
  )
}

function PointsTable({ worth: { points, currency }, chosen, onChoose }: { worth: NetWorth; chosen: string; onChoose: (day: string) => void }) {
  const rows = points.map((point, index) => ({ ...point, before: points[index - 1]?.total ?? null })).reverse()
  return (
    <div className={classes['scroll']} role="region" aria-label={t`Net worth as a table`} tabIndex={0}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col"><Trans>End of</Trans></th>
            <th scope="col"><Trans>Held</Trans></th>
            <th scope="col"><Trans>Owed</Trans></th>
            <th scope="col"><Trans>Net worth</Trans></th>
            <th scope="col"><Trans>Change</Trans></th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ day, assets, owed, total, before }) => (
            <tr key={day} data-chosen={day === chosen || undefined}>
              <th scope="row">
                <button type="button" className={classes['day']} aria-pressed={day === chosen} onClick={() => onChoose(day)}>
                  {dayName(day, 'medium')}
                </button>
              </th>
              <td>
                <Money amount={assets} currency={currency} />
              </td>
              <td>
                <Money amount={owed} currency={currency} />
              </td>
              <td>
                <Money amount={total} currency={currency} />
              </td>
              <td>{before === null ? '–' : <Money amount={subtract(total, before)} currency={currency} sign="always" />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What the chosen day is made of; each account leads to its own page. */
function Accounts({ day, isLast }: { day: string; isLast: boolean }) {
  const there = useQuery(netWorthQuery(day, day))
  const found = there.data
  const rows = [...(found?.accounts ?? [])].sort((a, b) => compareAmounts(b.in_base ?? '0', a.in_base ?? '0'))
  return (
    <Section title={t`What it is made of ${isLast ? 'now' : t`on ${dayName(day)}`}`}>
      {there.isPending ? <RowSkeletons rows={3} /> : null}
      {there.isError ? <ErrorNote what={t`The accounts of that day could not be loaded`} error={there.error} onRetry={() => void there.refetch()} /> : null}
      <div className={classes['scroll']} role="region" aria-label={t`Accounts on that day`} tabIndex={0}>
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col"><Trans>Account</Trans></th>
              <th scope="col"><Trans>Balance</Trans></th>
              <th scope="col"><Trans>In {found?.currency ?? t`your currency`}</Trans></th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ account, name, currency, balance, in_base: base, rate, rate_date: rated, rate_path: path }) => (
              <tr key={account}>
                <th scope="row">
                  <Link to="/accounts/$accountId" params={{ accountId: String(account) }} className={classes['link']}>
                    {name}
                  </Link>
                  {rate !== null && currency !== found?.currency ? (
                    <span className={classes['sub']}>
                      <Trans>at {rate}
                      {rated ? t` of ${dayName(rated, 'medium')}` : ''}, {path}</Trans>
                    </span>
                  ) : null}
                </th>
                <td>
                  <Money amount={balance} currency={currency} />
                </td>
                <td>{base === null ? t`no rate` : <Money amount={base} currency={found?.currency ?? currency} />}</td>
              </tr>
            ))}
            {found ? (
              <tr data-sum>
                <th scope="row"><Trans>Together</Trans></th>
                <td />
                <td>
                  <Money amount={found.points.at(-1)?.total ?? '0'} currency={found.currency} />
                </td>
              </tr>
            ) : null}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
