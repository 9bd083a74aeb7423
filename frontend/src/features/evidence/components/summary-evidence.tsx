import { plural, t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Button, Progress, Text } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { accountsQuery, categoriesQuery, summaryQuery } from '@/api/queries'
import type { Account, Transaction } from '@/api/types'
import { Money } from '@/components/ui/money'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import type { SummaryTarget } from '@/lib/evidence-target'
import { compareAmounts, sumAmounts } from '@/lib/money'
import { parsePeriod, periodName } from '@/lib/period'
import { transactionTitle } from '@/lib/transaction-title'
import { summaryRowsQuery } from '../api/evidence'
import { runningRows, type CountedRow } from '../lib/contributions'
import { statedValue, summaryDefinition, summaryLabel } from '../lib/definitions'
import { ProofHead, Verdict } from './proof'
import { RowTable, type ProofRow } from './row-table'

interface SummaryEvidenceProps {
  target: SummaryTarget
  onTitle: (title: string) => void
}

/** Pages are fetched to the end by themselves up to this many rows, then on request. */
const WITHOUT_ASKING = 4000

export function SummaryEvidence({ target, onTitle }: SummaryEvidenceProps) {
  const period = parsePeriod(target.period)
  const summary = useQuery({ ...summaryQuery(period ?? { start: null, end: null }), enabled: period !== null })
  const { data: accounts = [] } = useQuery(accountsQuery)
  const { data: categories = [] } = useQuery(categoriesQuery)
  const account = accounts.find(({ id }) => id === target.account)
  const category =
    target.category === null ? t`Uncategorised` : categories.find(({ id }) => id === target.category)?.name
  const label = summaryLabel(target, { category, account: account?.name })
  useEffect(() => onTitle(label), [label, onTitle])
  if (!period) return <Text><Trans>This address names no period.</Trans></Text>
  if (summary.isError)
    return <ErrorNote what={t`The figure could not be loaded`} error={summary.error} onRetry={() => void summary.refetch()} />
  const held = accountsOf(target, accounts)
  const isBalance = target.metric === 'balance'
  const currency = isBalance ? held[0]?.currency : summary.data?.currency
  const value = isBalance ? sumAmounts(held.map(({ balance }) => balance)) : summary.data && statedValue(summary.data, target)
  if (!currency || summary.isPlaceholderData) return <RowSkeletons rows={8} />
  return (
    <>
      <ProofHead
        value={<Money amount={value ?? '0'} currency={currency} large />}
        definition={summaryDefinition(target, currency)}
        notes={[periodName(period), t`Computed now`]}
      />
      <Rows target={target} currency={currency} value={value ?? '0'} accounts={held} />
    </>
  )
}

interface RowsProps {
  target: SummaryTarget
  currency: string
  value: string
  /** Whose opening balances the sum starts from; none unless the figure is a balance. */
  accounts: readonly Account[]
}

function accountsOf(target: SummaryTarget, accounts: readonly Account[]): Account[] {
  if (target.metric !== 'balance') return []
  if (target.account !== undefined) return accounts.filter(({ id }) => id === target.account)
  return accounts.filter(({ currency, is_archived }) => currency === target.currency && !is_archived)
}

function Rows({ target, currency, value, accounts }: RowsProps) {
  const list = useInfiniteQuery(summaryRowsQuery(target))
  const loaded = useMemo(() => list.data?.pages.flatMap((page): Transaction[] => page.results) ?? [], [list.data])
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const goesOn = hasNextPage && !isFetchingNextPage && !list.isError && loaded.length < WITHOUT_ASKING
  useEffect(() => {
    if (goesOn) void fetchNextPage()
  }, [goesOn, fetchNextPage])
  const proof = useMemo(() => proofRows(loaded, target, currency, accounts), [loaded, target, currency, accounts])
  if (list.isPending) return <RowSkeletons rows={8} />
  if (list.isError)
    return <ErrorNote what={t`The rows could not be loaded`} error={list.error} onRetry={() => void list.fetchNextPage()} />
  return (
    <>
      {hasNextPage ? (
        <Loading loaded={loaded.length} isLoading={isFetchingNextPage} onMore={() => void fetchNextPage()} />
      ) : (
        <SumVerdict sum={proof.sum} value={value} currency={currency} rows={proof.counted} />
      )}
      <RowTable currency={currency} rows={proof.rows} />
    </>
  )
}

function proofRows(
  txns: readonly Transaction[],
  target: SummaryTarget,
  currency: string,
  accounts: readonly Account[],
): { rows: ProofRow[]; counted: number; sum: string } {
  const openings = openingRows(accounts)
  const start = openings.at(-1)?.running ?? '0'
  const counted = runningRows(txns, target, currency, start, new Set(accounts.map(({ id }) => id)))
  return {
    rows: [...openings, ...counted.map(toProofRow)],
    counted: counted.length,
    sum: counted.at(-1)?.running ?? start,
  }
}

function openingRows(accounts: readonly Account[]): ProofRow[] {
  let running = '0'
  return accounts.map(({ name, opening_balance }) => {
    running = sumAmounts([running, opening_balance])
    return { transaction: null, day: null, title: t`Opening balance`, detail: name, whole: null, counted: opening_balance, running }
  })
}

function toProofRow({ txn, counted, running }: CountedRow): ProofRow {
  return {
    transaction: txn.id,
    day: txn.booking_date,
    title: transactionTitle(txn),
    detail: [txn.category_name, txn.account_name].filter(Boolean).join(' · '),
    whole: compareAmounts(counted, txn.amount) === 0 ? null : txn.amount,
    counted,
    running,
  }
}

function Loading({ loaded, isLoading, onMore }: { loaded: number; isLoading: boolean; onMore: () => void }) {
  return (
    <div>
      <Text size="sm" c="dimmed" my={8} role="status">
        {plural(loaded, { one: '# transaction read, there are more. The sum is not complete yet.', other: '# transactions read, there are more. The sum is not complete yet.' })}
      </Text>
      {isLoading ? <Progress value={100} animated size={3} aria-label={t`Reading the rows`} /> : null}
      {isLoading ? null : (
        <Button size="xs" variant="default" onClick={onMore}>
          <Trans>Read on</Trans>
        </Button>
      )}
    </div>
  )
}

function SumVerdict({ sum, value, currency, rows }: { sum: string; value: string; currency: string; rows: number }) {
  const exact = <Money amount={value} currency={currency} />
  if (compareAmounts(sum, value) === 0)
    return (
      <Verdict isRight>
        <Trans>
          <Plural value={rows} one="# row makes" other="# rows make" /> exactly {exact}.
        </Trans>
      </Verdict>
    )
  return (
    <Verdict isRight={false}>
      <Trans>The rows make <Money amount={sum} currency={currency} />. Something changed while you were reading; close and open
      again.</Trans>
    </Verdict>
  )
}
