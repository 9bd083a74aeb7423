import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { accountsQuery } from '@/api/queries'
import type { Account } from '@/api/types'
import { Figure } from '@/components/ui/figure'
import { Money } from '@/components/ui/money'
import { EmptyNote, ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { sumAmounts } from '@/lib/money'
import { count, humanised } from '@/lib/words'
import classes from './accounts.module.css'

const GROUPS: readonly { title: string; kinds: readonly Account['kind'][] }[] = [
  { title: 'Everyday', kinds: ['checking', 'cash'] },
  { title: 'Savings', kinds: ['savings'] },
  { title: 'Cards and loans', kinds: ['credit_card', 'loan'] },
  { title: 'Investments and things of value', kinds: ['investment', 'asset'] },
]

/** Every account with its balance, under what it is for; archived ones at the end. */
export function AccountList() {
  const accounts = useQuery(accountsQuery)
  if (accounts.isPending) return <RowSkeletons rows={6} height={56} />
  if (accounts.isError)
    return <ErrorNote what="The accounts could not be loaded" error={accounts.error} onRetry={() => void accounts.refetch()} />
  if (accounts.data.length === 0)
    return (
      <EmptyNote title="No account yet" action={<Link to="/import">Import a statement</Link>}>
        An account comes with the first bank statement you import. You can also add one in Settings, for cash or a house.
      </EmptyNote>
    )
  const open = accounts.data.filter(({ is_archived: isArchived }) => !isArchived)
  const archived = accounts.data.filter(({ is_archived: isArchived }) => isArchived)
  return (
    <>
      {GROUPS.map(({ title, kinds }) => (
        <Group key={title} title={title} accounts={open.filter(({ kind }) => kinds.includes(kind))} />
      ))}
      <Group title="Archived" accounts={archived} />
    </>
  )
}

function Group({ title, accounts }: { title: string; accounts: readonly Account[] }) {
  if (accounts.length === 0) return null
  return (
    <Section title={title} aside={<Totals accounts={accounts} />}>
      <ul className={classes['list']}>
        {accounts.map((account) => (
          <li key={account.id} className={classes['row']}>
            <div className={classes['who']}>
              <Link to="/accounts/$accountId" params={{ accountId: String(account.id) }} className={classes['name']}>
                {account.name}
              </Link>
              <Text size="xs" c="dimmed">
                {humanised(account.kind)} · {count(account.transaction_count, 'transaction')}
                {account.has_known_opening ? '' : ' · opening balance not known'}
              </Text>
            </div>
            <Balance account={account} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Balance({ account }: { account: Account }) {
  const isForeign = account.base_currency !== account.currency
  return (
    <div className={classes['balance']}>
      <Figure
        target={{ kind: 'summary', metric: 'balance', period: 'all', account: account.id }}
        hint={{ formula: 'Opening balance and all transactions since', period: 'All time', rows: count(account.transaction_count, 'transaction') }}
      >
        <Money amount={account.balance} currency={account.currency} />
      </Figure>
      {isForeign && account.balance_in_base !== null ? (
        <Text size="xs" c="dimmed">
          about <Money amount={account.balance_in_base} currency={account.base_currency} />
        </Text>
      ) : null}
    </div>
  )
}

/** One sum a currency: amounts of several are never added. */
function Totals({ accounts }: { accounts: readonly Account[] }) {
  if (accounts.length < 2) return null
  const currencies = [...new Set(accounts.map(({ currency }) => currency))]
  return (
    <span className={classes['totals']}>
      {currencies.map((currency) => (
        <Money
          key={currency}
          amount={sumAmounts(accounts.filter((one) => one.currency === currency).map(({ balance }) => balance))}
          currency={currency}
        />
      ))}
    </span>
  )
}
