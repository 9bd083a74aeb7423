import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Stack } from '@mantine/core'
import { IconArrowsSort, IconPencil, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { accountsQuery } from '@/api/queries'
import type { Account } from '@/api/types'
import { Page } from '@/components/layouts/page'
import { SubNav } from '@/components/layouts/sub-nav'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { AccountDetail, BackToAccounts } from '@/features/accounts/components/account-detail'
import { AccountDrawer } from '@/features/accounts/components/account-drawer'
import { AccountList } from '@/features/accounts/components/account-list'
import { NetWorth } from '@/features/accounts/components/net-worth'
import { today } from '@/lib/period'
import { MONEY_PAGES } from '../navigation'
import { LostPage } from './lost-page'

export function Accounts() {
  const [edited, setEdited] = useState<Account | 'new' | null>(null)
  const [isArranging, setArranging] = useState(false)
  const { data: accounts = [] } = useQuery(accountsQuery)
  return (
    <Page
      title={t`Accounts`}
      tools={
        <>
          {/* There from the start, so that nothing moves when the accounts come. */}
          <Button
            variant={isArranging ? 'light' : 'default'}
            aria-pressed={isArranging}
            disabled={accounts.length < 2}
            leftSection={<IconArrowsSort size={16} />}
            onClick={() => setArranging(!isArranging)}
          >
            {isArranging ? t`Done` : t`Arrange`}
          </Button>
          <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited('new')}>
            <Trans>Add an account</Trans>
          </Button>
        </>
      }
    >
      <SubNav label={t`Accounts`} pages={MONEY_PAGES} />
      <Stack gap={36}>
        <NetWorth />
        <AccountList isArranging={isArranging} onEdit={setEdited} onAdd={() => setEdited('new')} />
      </Stack>
      <AccountDrawer edited={edited} onClose={() => setEdited(null)} />
    </Page>
  )
}

export function OneAccount() {
  const { accountId } = useParams({ from: '/shell/accounts/$accountId' })
  const accounts = useQuery(accountsQuery)
  const navigate = useNavigate()
  const [isEditing, setEditing] = useState(false)
  if (accounts.isError)
    return <ErrorNote what={t`The account could not be loaded`} error={accounts.error} onRetry={() => void accounts.refetch()} />
  const account = accounts.data?.find(({ id }) => String(id) === accountId)
  if (accounts.data && !account) return <LostPage />
  return (
    <Page
      title={account?.name ?? t`Account`}
      tools={
        <>
          <BackToAccounts />
          {account ? (
            <Button variant="default" leftSection={<IconPencil size={16} />} onClick={() => setEditing(true)}>
              <Trans>Edit</Trans>
            </Button>
          ) : null}
        </>
      }
    >
      {account ? (
        <Stack gap={36}>
          <AccountDetail key={account.id} account={account} today={today()} />
        </Stack>
      ) : (
        <RowSkeletons rows={8} />
      )}
      <AccountDrawer
        edited={isEditing && account ? account : null}
        onClose={() => setEditing(false)}
        onDeleted={() => void navigate({ to: '/accounts' })}
      />
    </Page>
  )
}
