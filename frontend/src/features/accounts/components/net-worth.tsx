import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { BalanceChart } from '@/components/charts/balance-chart'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { listed } from '@/lib/words'
import { netWorthQuery } from '../api/accounts'

/** What all accounts are worth together over the last twelve months, and what had no exchange rate. */
export function NetWorth() {
  const worth = useQuery(netWorthQuery({ step: 'week' }))
  if (worth.isPending)
    return (
      <Section title={t`Net worth`} about="net-worth">
        <RowSkeletons rows={1} height={260} />
      </Section>
    )
  if (worth.isError)
    return <ErrorNote what={t`Net worth could not be worked out`} error={worth.error} onRetry={() => void worth.refetch()} />
  const { points, currency, missing_rates: missing } = worth.data
  if (points.length === 0) return null
  const codes = [...new Set(missing.map(({ base }) => base))]
  return (
    <Section title={t`Net worth`} about="net-worth">
      <BalanceChart
        label={t`Net worth in ${currency} by week`}
        points={points.map(({ day, total }) => ({ day, balance: total }))}
        currency={currency}
      />
      {codes.length > 0 ? (
        <Text size="sm" c="dimmed">
          <Trans>Without your accounts in {listed(codes)}: no exchange rate to {currency} is known. Add rates in Settings.</Trans>
        </Text>
      ) : null}
    </Section>
  )
}
