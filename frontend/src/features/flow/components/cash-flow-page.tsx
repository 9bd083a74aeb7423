import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { SegmentedControl } from '@mantine/core'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { api, unwrap } from '@/api/client'
import type { CashFlow, FlowNode } from '@/api/types'
import { Money } from '@/components/ui/money'
import { EmptyNote, ErrorNote, Note, RowSkeletons } from '@/components/ui/notes'
import { DrawnOrTable } from '@/components/ui/drawn-or-table'
import { Section } from '@/components/ui/section'
import { negate, signOf, subtract } from '@/lib/money'
import { periodName, type Period } from '@/lib/period'
import { AGAINST, againstOf, byOf, BYS, nodeName, otherPeriod, type Against, type By } from '../lib/flows'
import { rowsOf } from '../lib/rows'
import classes from './flow.module.css'

const Sankey = lazy(() => import('./sankey').then((module) => ({ default: module.Sankey })))

/** The page's state, all of it in the URL. */
export interface CashFlowState {
  by?: string | undefined
  against?: string | undefined
  as?: string | undefined
}

interface CashFlowPageProps {
  period: Period
  state: CashFlowState
  onState: (part: CashFlowState) => void
}

const FIRST = '1900-01-01'
const LAST = '2200-12-31'

function cashFlowQuery(period: Period, by: By, other: Period | null) {
  const query = {
    by,
    from: period.start ?? FIRST,
    to: period.end ?? LAST,
    ...(other?.start && other.end ? { against_from: other.start, against_to: other.end } : {}),
  }
  return queryOptions({
    queryKey: ['cash-flow', query],
    queryFn: () => unwrap(api.GET('/api/cash-flow/', { params: { query } })),
    placeholderData: keepPreviousData,
  })
}

/** From where money came in a period, where it went, and what was saved. */
export function CashFlowPage({ period, state, onState }: CashFlowPageProps) {
  const by = byOf(state.by)
  const against = againstOf(state.against)
  const other = otherPeriod(period, against)
  const flow = useQuery(cashFlowQuery(period, by, other))
  if (flow.isPending) return <RowSkeletons rows={8} height={48} />
  if (flow.isError) return <ErrorNote what={t`The cash flow could not be loaded`} error={flow.error} onRetry={() => void flow.refetch()} />
  const { data } = flow
  return (
    <div className={classes['page']}>
      <Headline flow={data} period={period} />
      <Section
        title={periodName(period)}
        aside={
          <DrawnOrTable as={state.as} onChange={(as) => onState({ as })} />
        }
      >
        <div className={classes['choices']}>
          <SegmentedControl
            size="sm"
            aria-label={t`Grouped by`}
            value={by}
            onChange={(value) => onState({ by: value === 'category' ? undefined : value })}
            data={Object.entries(BYS).map(([value, label]) => ({ value: value as By, label }))}
          />
          <SegmentedControl
            size="sm"
            aria-label={t`Beside`}
            value={against}
            onChange={(value) => onState({ against: value === 'none' ? undefined : value })}
            data={Object.entries(AGAINST).map(([value, label]) => ({ value: value as Against, label }))}
          />
        </div>
        {data.nodes.length === 0 ? (
          <EmptyNote title={t`Nothing moved`}><Trans>No row of this time came in or went out. Choose another period.</Trans></EmptyNote>
        ) : state.as === 'table' || other ? (
          <FlowTable flow={data} period={period} other={other} />
        ) : (
          <Suspense fallback={<RowSkeletons rows={8} height={40} />}>
            <Sankey flow={data} period={period} />
          </Suspense>
        )}
        <p className={classes['quiet']}>
          <Trans>What came in and what went out add up to what was saved, to the cent. A refund is money that came in; moves between your own accounts count nowhere.</Trans>
        </p>
        {data.missing_rates.map(({ base, reason }) => (
          <Note key={base}>
            <Trans>Amounts in {base} are left out: {reason}</Trans>
          </Note>
        ))}
      </Section>
    </div>
  )
}

function Headline({ flow, period }: { flow: CashFlow; period: Period }) {
  const { inflow, outflow, saved, currency } = flow
  const money = (amount: string) => <Money amount={amount} currency={currency} />
  const isSaved = signOf(saved) >= 0
  return (
    <p className={classes['headline']}>
      <Trans>{periodName(period)}: {money(inflow)} came in and {money(negate(outflow))} went out, so {money(isSaved ? saved : negate(saved))}{' '}
      {isSaved ? t`was saved` : t`came from savings`}.</Trans>
    </p>
  )
}

function FlowTable({ flow, period, other }: { flow: CashFlow; period: Period; other: Period | null }) {
  const { currency, by, nodes, against } = flow
  const money = (amount: string) => <Money amount={amount} currency={currency} />
  return (
    <div className={classes['scroll']} role="region" aria-label={t`Cash flow as a table`} tabIndex={0}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{BYS[by]}</th>
            <th scope="col"><Trans>In</Trans></th>
            <th scope="col"><Trans>Out</Trans></th>
            <th scope="col"><Trans>Together</Trans></th>
            {other ? (
              <>
                <th scope="col">{periodName(other)}</th>
                <th scope="col"><Trans>Change</Trans></th>
              </>
            ) : null}
            <th scope="col"><Trans>Rows</Trans></th>
          </tr>
        </thead>
        <tbody>
          {nodes.map((node) => (
            <tr key={node.ids.join('+') || 'none'}>
              <th scope="row" title={nodeName(node, by)}>
                {nodeName(node, by)}
              </th>
              <td>
                <Side node={node} flow={flow} period={period} side="in" />
              </td>
              <td>
                <Side node={node} flow={flow} period={period} side="out" />
              </td>
              <td>{money(node.saved)}</td>
              {other ? (
                <>
                  <td>{money(node.before?.saved ?? '0')}</td>
                  <td>
                    <Money amount={subtract(node.saved, node.before?.saved ?? '0')} currency={currency} sign="always" />
                  </td>
                </>
              ) : null}
              <td>{node.count}</td>
            </tr>
          ))}
          <tr data-sum>
            <th scope="row"><Trans>All</Trans></th>
            <td>{money(flow.inflow)}</td>
            <td>{money(flow.outflow)}</td>
            <td>{money(flow.saved)}</td>
            {other ? (
              <>
                <td>{money(against?.saved ?? '0')}</td>
                <td>
                  <Money amount={subtract(flow.saved, against?.saved ?? '0')} currency={currency} sign="always" />
                </td>
              </>
            ) : null}
            <td>{flow.count}</td>
          </tr>
        </tbody>
      </table>
    </div>
  )
}

function Side({ node, flow, period, side }: { node: FlowNode; flow: CashFlow; period: Period; side: 'in' | 'out' }) {
  const amount = side === 'in' ? node.inflow : node.outflow
  if (signOf(amount) === 0) return '–'
  return (
    <Link
      to="/transactions"
      search={rowsOf(node, flow.by, period, side)}
      className={classes['link']}
      title={t`Rows of ${nodeName(node, flow.by)}, money ${side}`}
    >
      <Money amount={amount} currency={flow.currency} />
    </Link>
  )
}
