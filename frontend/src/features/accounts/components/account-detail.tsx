import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, SegmentedControl, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Account } from '@/api/types'
import { BalanceChart } from '@/components/charts/balance-chart'
import { Figure } from '@/components/ui/figure'
import { Money } from '@/components/ui/money'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { addMonths, monthOf } from '@/lib/period'
import { balancesQuery } from '../api/accounts'
import { kindName } from '@/lib/account-kinds'
import classes from './accounts.module.css'
import { Reconciling } from './reconciling'

interface AccountDetailProps {
  account: Account
  today: string
}

/** One account: what is on it, how that came about, and whether it agrees with the bank. */
export function AccountDetail({ account, today }: AccountDetailProps) {
  return (
    <>
      <div className={classes['top']}>
        <Figure
          target={{ kind: 'summary', metric: 'balance', period: 'all', account: account.id }}
          hint={{ formula: t`Opening balance and all transactions since`, period: t`All time`, rows: plural(account.transaction_count, { one: '# transaction', other: '# transactions' }) }}
        >
          <Money amount={account.balance} currency={account.currency} large />
        </Figure>
        <Text c="dimmed" size="sm">
          {kindName(account.kind)}
          {account.external_ref ? ` · ${account.external_ref}` : ''}
          {account.cleared_balance === account.balance ? '' : t` · cleared `}
          {account.cleared_balance === account.balance ? null : <Money amount={account.cleared_balance} currency={account.currency} />}
        </Text>
        <Link to="/transactions" search={{ account: String(account.id), period: 'all' }} className={classes['link']}>
          {plural(account.transaction_count, { one: '# transaction', other: '# transactions' })}
        </Link>
        {account.is_archived ? <Text size="sm"><Trans>Archived: it is no longer offered where you choose an account.</Trans></Text> : null}
        {account.note ? <Text size="sm">{account.note}</Text> : null}
      </div>
      <Balances account={account} today={today} />
      <Reconciling account={account} today={today} />
    </>
  )
}

const SPANS = { '3': 'day', '12': 'week', '36': 'month' } as const
type Span = keyof typeof SPANS

function Balances({ account, today }: AccountDetailProps) {
  const [span, setSpan] = useState<Span>('12')
  const from = `${addMonths(monthOf(today), -Number(span))}-01`
  const balances = useQuery(balancesQuery(account.id, { from, to: today, step: SPANS[span] }))
  return (
    <Section
      title={t`Balance`}
      aside={
        <SegmentedControl
          size="xs"
          aria-label={t`How far back`}
          value={span}
          onChange={setSpan}
          data={[
            { value: '3', label: t`3 months` },
            { value: '12', label: t`1 year` },
            { value: '36', label: t`3 years` },
          ]}
        />
      }
    >
      {balances.isPending ? <RowSkeletons rows={1} height={240} /> : null}
      {balances.isError ? (
        <ErrorNote what={t`The balances could not be loaded`} error={balances.error} onRetry={() => void balances.refetch()} />
      ) : null}
      {balances.data ? (
        <BalanceChart label={t`Balance of ${account.name}`} points={balances.data.points} currency={account.currency} />
      ) : null}
    </Section>
  )
}

export function BackToAccounts() {
  return (
    <Button component={Link} to="/accounts" variant="subtle" size="sm">
      <Trans>All accounts</Trans>
    </Button>
  )
}
