import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { accountsQuery } from '@/api/queries'
import { Page } from '@/components/layouts/page'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { AccountDetail, BackToAccounts } from '@/features/accounts/components/account-detail'
import { AccountList } from '@/features/accounts/components/account-list'
import { NetWorth } from '@/features/accounts/components/net-worth'
import { today } from '@/lib/period'
import { LostPage } from './lost-page'

export function Accounts() {
  return (
    <Page title="Accounts">
      <Stack gap={36}>
        <NetWorth />
        <AccountList />
      </Stack>
    </Page>
  )
}

export function OneAccount() {
  const { accountId } = useParams({ from: '/shell/accounts/$accountId' })
  const accounts = useQuery(accountsQuery)
  if (accounts.isError)
    return <ErrorNote what="The account could not be loaded" error={accounts.error} onRetry={() => void accounts.refetch()} />
  const account = accounts.data?.find(({ id }) => String(id) === accountId)
  if (accounts.data && !account) return <LostPage />
  return (
    <Page title={account?.name ?? 'Account'} tools={<BackToAccounts />}>
      {account ? (
        <Stack gap={36}>
          <AccountDetail key={account.id} account={account} today={today()} />
        </Stack>
      ) : (
        <RowSkeletons rows={8} />
      )}
    </Page>
  )
}
