import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Button, Group as ActionRow, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { accountsQuery } from '@/api/queries'
import type { Account } from '@/api/types'
import { Figure } from '@/components/ui/figure'
import { Money } from '@/components/ui/money'
import { EmptyNote, ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { sumAmounts } from '@/lib/money'
import { useMove } from '../api/use-move'
import { kindName } from '@/lib/account-kinds'
import classes from './accounts.module.css'

const GROUPS: readonly { title: string; kinds: readonly Account['kind'][] }[] = [
  { title: t`Everyday`, kinds: ['checking', 'cash'] },
  { title: t`Savings`, kinds: ['savings'] },
  { title: t`Cards and loans`, kinds: ['credit_card', 'loan'] },
  { title: t`Investments and things of value`, kinds: ['investment', 'asset'] },
]

interface AccountListProps {
  /** The rows show how to move them instead of what is on them. */
  isArranging: boolean
  onEdit: (account: Account) => void
  onAdd: () => void
}

/** Every account with its balance, under what it is for; archived ones at the end. */
export function AccountList({ isArranging, onEdit, onAdd }: AccountListProps) {
  const accounts = useQuery(accountsQuery)
  const move = useMove()
  if (accounts.isPending) return <RowSkeletons rows={6} height={56} />
  if (accounts.isError)
    return <ErrorNote what={t`The accounts could not be loaded`} error={accounts.error} onRetry={() => void accounts.refetch()} />
  if (accounts.data.length === 0)
    return (
      <EmptyNote
        title={t`No account yet`}
        action={
          <ActionRow>
            <Button component={Link} to="/import">
              <Trans>Import a statement</Trans>
            </Button>
            <Button variant="default" onClick={onAdd}>
              <Trans>Add an account</Trans>
            </Button>
          </ActionRow>
        }
      >
        <Trans>An account comes with the first bank statement you import. You can also add one by hand, for cash or a house.</Trans>
      </EmptyNote>
    )
  const open = accounts.data.filter(({ is_archived: isArchived }) => !isArchived)
  const archived = accounts.data.filter(({ is_archived: isArchived }) => isArchived)
  const group = (title: string, members: readonly Account[]) => (
    <Group
      key={title}
      title={title}
      accounts={members}
      onEdit={onEdit}
      onMove={isArranging ? (account, by) => move(accounts.data, members, account, by) : null}
    />
  )
  return (
    <>
      {GROUPS.map(({ title, kinds }) => group(title, open.filter(({ kind }) => kinds.includes(kind))))}
      {group(t`Archived`, archived)}
    </>
  )
}

interface GroupProps {
  title: string
  accounts: readonly Account[]
  onEdit: (account: Account) => void
  /** Null while nothing is being moved. */
  onMove: ((account: Account, by: -1 | 1) => void) | null
}

function Group({ title, accounts, onEdit, onMove }: GroupProps) {
  if (accounts.length === 0) return null
  return (
    <Section title={title} aside={<Totals accounts={accounts} />}>
      <ul className={classes['list']}>
        {accounts.map((account, at) => (
          <li key={account.id} className={classes['row']}>
            <div className={classes['who']}>
              <Link to="/accounts/$accountId" params={{ accountId: String(account.id) }} className={classes['name']}>
                {account.name}
              </Link>
              <Text size="xs" c="dimmed">
                {kindName(account.kind)} · {plural(account.transaction_count, { one: '# transaction', other: '# transactions' })}
                {account.has_known_opening ? '' : t` · opening balance not known`}
              </Text>
            </div>
            <Balance account={account} />
            <div className={classes['tools']}>
              {onMove ? (
                <>
                  <MoveButton name={account.name} by={-1} isAtEnd={at === 0} onMove={() => onMove(account, -1)} />
                  <MoveButton name={account.name} by={1} isAtEnd={at === accounts.length - 1} onMove={() => onMove(account, 1)} />
                </>
              ) : (
                <ActionIcon variant="subtle" color="gray" size={36} aria-label={t`Edit ${account.name}`} onClick={() => onEdit(account)}>
                  <IconPencil size={16} stroke={1.6} />
                </ActionIcon>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function MoveButton({ name, by, isAtEnd, onMove }: { name: string; by: -1 | 1; isAtEnd: boolean; onMove: () => void }) {
  const Arrow = by < 0 ? IconArrowUp : IconArrowDown
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={36}
      aria-label={by < 0 ? t`Move ${name} up` : t`Move ${name} down`}
      // Not `disabled`: the button that was pressed keeps the focus when its row reaches the end.
      aria-disabled={isAtEnd}
      {...(isAtEnd ? { 'data-disabled': true } : {})}
      onClick={() => {
        if (!isAtEnd) onMove()
      }}
    >
      <Arrow size={16} stroke={1.6} />
    </ActionIcon>
  )
}

function Balance({ account }: { account: Account }) {
  const isForeign = account.base_currency !== account.currency
  return (
    <div className={classes['balance']}>
      <Figure
        target={{ kind: 'summary', metric: 'balance', period: 'all', account: account.id }}
        hint={{ formula: t`Opening balance and all transactions since`, period: t`All time`, rows: plural(account.transaction_count, { one: '# transaction', other: '# transactions' }) }}
      >
        <Money amount={account.balance} currency={account.currency} />
      </Figure>
      {isForeign && account.balance_in_base !== null ? (
        <Text size="xs" c="dimmed">
          <Trans>about <Money amount={account.balance_in_base} currency={account.base_currency} /></Trans>
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
