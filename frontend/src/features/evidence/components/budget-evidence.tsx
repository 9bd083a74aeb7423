import { t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { BudgetProof } from '@/api/types'
import { Money } from '@/components/ui/money'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import type { BudgetTarget } from '@/lib/evidence-target'
import { compareAmounts } from '@/lib/money'
import { monthName } from '@/lib/period'
import { transactionTitle } from '@/lib/transaction-title'
import { budgetRowsQuery } from '../api/evidence'
import { ProofHead, Verdict } from './proof'
import { RowTable } from './row-table'

/** The rows behind what was used of a budget: each at the rate of its day, running to exactly the figure. */
export function BudgetEvidence({ target, onTitle }: { target: BudgetTarget; onTitle: (title: string) => void }) {
  const proof = useQuery(budgetRowsQuery(target))
  const name = proof.data?.name
  useEffect(() => {
    if (name) onTitle(`${name}, ${monthName(target.month)}`)
  }, [name, target.month, onTitle])
  if (proof.isPending) return <RowSkeletons rows={8} />
  if (proof.isError) return <ErrorNote what={t`The rows could not be loaded`} error={proof.error} onRetry={() => void proof.refetch()} />
  const { total, currency, rows, missing_rates: missing } = proof.data
  const count = rows.length
  const exact = <Money amount={total} currency={currency} />
  return (
    <>
      <ProofHead value={<Money amount={total} currency={currency} large />} definition={definition(proof.data)} notes={[monthName(target.month), t`Computed now`]} />
      <Verdict isRight={compareAmounts(rows.at(-1)?.running ?? '0', total) === 0}>
        <Trans>
          <Plural value={count} one="# row makes" other="# rows make" /> exactly {exact}.
        </Trans>
      </Verdict>
      {missing.map(({ base, reason }) => (
        <Text key={base} size="sm" c="dimmed">
          <Trans>Amounts in {base} are left out. {reason}</Trans>
        </Text>
      ))}
      {rows.length === 0 ? <Text c="dimmed"><Trans>No rows: nothing was booked.</Trans></Text> : <RowTable currency={currency} rows={rows.map(toRow)} />}
    </>
  )
}

function definition({ is_income: isIncome, currency }: BudgetProof): string {
  const what = isIncome ? t`All that was booked in the categories of this budget` : t`All that was booked in the categories of this budget; what came back counts back`
  return t`${what}. Other currencies count in ${currency} at the rate of their day, transfers between your own accounts not at all, and of a split transaction only the share that belongs here.`
}

function toRow(row: BudgetProof['rows'][number]) {
  return {
    transaction: row.transaction,
    day: row.booking_date,
    title: transactionTitle(row),
    detail: [row.category_name, row.account_name, row.rate && t`${row.amount} ${row.currency} at ${row.rate}`].filter(Boolean).join(' · '),
    whole: row.rate || row.amount === row.counted ? null : row.amount,
    counted: row.counted,
    running: row.running,
  }
}
