import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { accountsQuery } from '@/api/queries'
import type { Account } from '@/api/types'
import { Figure } from '@/components/ui/figure'
import { Money } from '@/components/ui/money'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { sumAmounts } from '@/lib/money'
import { kindName } from '@/lib/account-kinds'
import classes from './balances.module.css'

/** What is on each account now; accounts of one currency are summed, currencies never mixed. */
export function Balances() {
  const accounts = useQuery(accountsQuery)
  return (
    <Section title={t`Balances`} aside={<Link to="/accounts" className={classes['all']}><Trans>All accounts</Trans></Link>}>
      {accounts.isPending ? <RowSkeletons rows={3} /> : null}
      {accounts.isError ? (
        <ErrorNote what={t`The accounts could not be loaded`} error={accounts.error} onRetry={() => void accounts.refetch()} />
      ) : null}
      {accounts.data ? <AccountList accounts={accounts.data.filter((account) => !account.is_archived)} /> : null}
    </Section>
  )
}

function AccountList({ accounts }: { accounts: readonly Account[] }) {
  const currencies = [...new Set(accounts.map(({ currency }) => currency))]
  return (
    <ul className={classes['list']}>
      {accounts.map((account) => (
        <li key={account.id} className={classes['row']}>
          <span className={classes['who']}>
            <Link to="/accounts/$accountId" params={{ accountId: String(account.id) }} className={classes['name']}>
              {account.name}
            </Link>
            <Text span size="xs" c="dimmed">
              {kindName(account.kind)}
              {account.has_known_opening ? '' : t`, opening balance not known`}
            </Text>
          </span>
          <Balance account={account} />
        </li>
      ))}
      {accounts.length > 1
        ? currencies.map((currency) => (
            <li key={currency} className={classes['sum']}>
              <span>{currencies.length > 1 ? t`Together in ${currency}` : t`Together`}</span>
              <Figure
                target={{ kind: 'summary', metric: 'balance', period: 'all', currency }}
                hint={{ formula: t`Opening balances and all transactions in ${currency}`, period: t`All time` }}
              >
                <Money amount={totalIn(accounts, currency)} currency={currency} />
              </Figure>
            </li>
          ))
        : null}
    </ul>
  )
}

function totalIn(accounts: readonly Account[], currency: string): string {
  return sumAmounts(accounts.filter((account) => account.currency === currency).map(({ balance }) => balance))
}

function Balance({ account }: { account: Account }) {
  return (
    <Figure
      target={{ kind: 'summary', metric: 'balance', period: 'all', account: account.id }}
      hint={{
        formula: t`Opening balance and all transactions since`,
        period: t`All time`,
        rows: plural(account.transaction_count, { one: '# transaction', other: '# transactions' }),
      }}
    >
      <Money amount={account.balance} currency={account.currency} />
    </Figure>
  )
}
