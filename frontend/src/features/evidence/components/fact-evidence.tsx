import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Progress, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { Evidence, Fact } from '@/api/types'
import { Figure } from '@/components/ui/figure'
import { Money } from '@/components/ui/money'
import { ErrorNote, Note, RowSkeletons } from '@/components/ui/notes'
import { formatFact, isMoneyUnit } from '@/lib/fact-value'
import { daysPeriod, monthOf, monthPeriod, periodName } from '@/lib/period'
import { since } from '@/lib/since'
import { transactionTitle } from '@/lib/transaction-title'
import { useRecompute } from '../api/use-recompute'
import { factEvidenceQuery } from '../api/evidence'
import { ProofHead, Verdict } from './proof'
import { RowTable } from './row-table'
import classes from './fact-evidence.module.css'

/** Pages are read to the end by themselves up to this many rows, then on request. */
const WITHOUT_ASKING = 4000

interface FactEvidenceProps {
  id: string
  onTitle: (title: string) => void
}

export function FactEvidence({ id, onTitle }: FactEvidenceProps) {
  const evidence = useInfiniteQuery(factEvidenceQuery(id))
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = evidence
  const rows = useMemo(() => rowsOnce(data?.pages ?? []), [data])
  // The newest page says what is true of all rows now.
  const newest = data?.pages.at(-1)
  const label = newest?.fact.label ?? ''
  useEffect(() => onTitle(label), [label, onTitle])
  const goesOn = hasNextPage && !isFetchingNextPage && !isFetchNextPageError && rows.length < WITHOUT_ASKING
  useEffect(() => {
    if (goesOn) void fetchNextPage()
  }, [goesOn, fetchNextPage])
  if (evidence.isPending) return <RowSkeletons rows={8} />
  if (!newest)
    return <ErrorNote what={t`The evidence could not be loaded`} error={evidence.error} onRetry={() => void evidence.refetch()} />
  return (
    <>
      <Proof evidence={newest} rows={rows} />
      {isFetchNextPageError ? (
        <ErrorNote what={t`The rows that follow could not be loaded`} error={evidence.error} onRetry={() => void fetchNextPage()} />
      ) : hasNextPage ? (
        <RowsLeft
          read={rows.length}
          of={newest.row_count}
          isLoading={isFetchingNextPage}
          onMore={() => void fetchNextPage()}
        />
      ) : null}
    </>
  )
}

/** Each row once: one that was booked on another day meanwhile may come again on a later page. */
function rowsOnce(pages: readonly Evidence[]): Evidence['rows'] {
  const byId = new Map(pages.flatMap(({ rows }) => rows).map((row) => [row.transaction, row]))
  return [...byId.values()]
}

interface RowsLeftProps {
  read: number
  of: number
  isLoading: boolean
  onMore: () => void
}

function RowsLeft({ read, of, isLoading, onMore }: RowsLeftProps) {
  return (
    <div className={classes['left']}>
      <Text size="sm" c="dimmed" role="status">
        <Trans>{read} of {plural(of, { one: '# row', other: '# rows' })} read.</Trans>
      </Text>
      {isLoading ? (
        <Progress value={100} animated size={3} aria-label={t`Reading the rows`} />
      ) : (
        <Button size="xs" variant="default" onClick={onMore}>
          <Trans>Read on</Trans>
        </Button>
      )}
    </div>
  )
}

function Proof({ evidence, rows }: { evidence: Evidence; rows: Evidence['rows'] }) {
  const { fact, definition, inputs } = evidence
  return (
    <>
      <ProofHead
        value={isMoneyUnit(fact.unit) ? <Money amount={fact.value} currency={fact.unit} large /> : formatFact(fact.value, fact.unit)}
        definition={definition}
        notes={[factPeriod(fact), t`Formula ${fact.formula}`, t`Computed ${since(fact.computed_at)}`]}
      />
      <FactVerdict evidence={evidence} />
      {fact.is_stale ? <StaleNote fact={fact} /> : null}
      {inputs.length > 0 ? <Inputs inputs={inputs} /> : null}
      {rows.length > 0 ? (
        <RowTable
          currency={isMoneyUnit(fact.unit) ? fact.unit : (rows[0]?.currency ?? '')}
          rows={rows.map((row) => ({
            transaction: row.transaction,
            day: row.booking_date,
            title: transactionTitle(row),
            detail: [row.category_name, row.account_name].filter(Boolean).join(' · '),
            whole: row.amount === row.counted ? null : row.amount,
            counted: row.counted,
            running: row.running,
          }))}
        />
      ) : null}
      {rows.length === 0 && inputs.length === 0 ? <Text c="dimmed"><Trans>No rows: nothing was booked.</Trans></Text> : null}
    </>
  )
}

function FactVerdict({ evidence: { fact, matches, recomputed, row_count } }: { evidence: Evidence }) {
  const from = row_count > 0 ? t`the ${plural(row_count, { one: '# row', other: '# rows' })}` : t`the figures it is made from`
  return matches ? (
    <Verdict isRight><Trans>Computed again just now from {from}: the same.</Trans></Verdict>
  ) : (
    <Verdict isRight={false}>
      <Trans>Computed again just now from {from} it is {formatFact(recomputed, fact.unit)}. Something changed since.</Trans>
    </Verdict>
  )
}

export function factPeriod(fact: Pick<Fact, 'period'>): string {
  const { start, end } = fact.period
  const month = monthPeriod(monthOf(start))
  const period = month.start === start && month.end === end ? month : daysPeriod(start, end)
  return period ? periodName(period) : `${start} – ${end}`
}

/** The figures that this one was made from, each with its own evidence. */
function Inputs({ inputs }: { inputs: readonly Fact[] }) {
  return (
    <dl className={classes['inputs']} aria-label={t`Made from`}>
      {inputs.map((input) => (
        <div key={input.id} className={classes['input']}>
          <dt>
            {input.label}
            <Text span size="xs" c="dimmed" ml={8}>
              {factPeriod(input)}
            </Text>
          </dt>
          <dd>
            <Figure
              target={{ kind: 'fact', id: input.id }}
              hint={{
                formula: input.formula,
                period: factPeriod(input),
                rows: plural(input.transaction_count, { one: '# transaction', other: '# transactions' }),
                isStale: input.is_stale,
              }}
            >
              {formatFact(input.value, input.unit)}
            </Figure>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function StaleNote({ fact }: { fact: Fact }) {
  const recompute = useRecompute()
  return (
    <div className={classes['stale']}>
      <Note>
        <div>
          <Trans>Out of date: what this figure stands on has changed since it was computed {since(fact.computed_at)}. It is kept as
          the report stated it.</Trans>
        </div>
        <Button mt={8} size="compact-sm" variant="default" loading={recompute.isPending} onClick={() => recompute.mutate()}>
          <Trans>Recompute</Trans>
        </Button>
      </Note>
      {recompute.error ? <ErrorNote what={t`It was not recomputed`} error={recompute.error} /> : null}
    </div>
  )
}
