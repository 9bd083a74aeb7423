import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Button } from '@mantine/core'
import { IconHistory, IconPlus } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { Page } from '@/components/layouts/page'
import { PeriodPicker } from '@/components/ui/period-picker'
import { RowSkeletons } from '@/components/ui/notes'
import { AddTransaction } from '@/features/transactions/components/add-transaction'
import { useUndoKeys } from '@/features/transactions/api/use-undo'
import { ChangesDrawer } from '@/features/transactions/components/changes-drawer'
import { DownloadMenu } from '@/features/transactions/components/download-menu'
import { ReviewButton } from '@/features/transactions/components/review-button'
import { TransactionDrawer } from '@/features/transactions/components/transaction-drawer'
import { Transactions as TransactionsFeature } from '@/features/transactions/components/transactions'
import { useLast } from '@/lib/use-last'
import type { TransactionsSearch } from '../search'
import { usePeriod } from '../use-period'

export function Transactions() {
  const { period, choose, today } = usePeriod()
  const { account, category, q, open, add } = useSearch({ from: '/shell/transactions' })
  const [isLogOpen, setLogOpen] = useState(false)
  useUndoKeys()
  const navigate = useNavigate({ from: '/transactions' })
  const update = useCallback(
    (part: { [Name in keyof TransactionsSearch]: TransactionsSearch[Name] | undefined }) =>
      void navigate({ search: (previous) => ({ ...previous, ...part }) as typeof previous, resetScroll: false }),
    [navigate],
  )
  const show = useCallback((id: number) => update({ open: String(id) }), [update])
  const openId = open && /^\d+$/u.test(open) ? Number(open) : null
  const shownId = useLast(openId)
  return (
    <Page
      title={t`Transactions`}
      tools={
        <>
          <PeriodPicker period={period} today={today} onChange={choose} />
          <ActionIcon size={36} variant="default" aria-label={t`Changes and deleted transactions`} onClick={() => setLogOpen(true)}>
            <IconHistory size={18} stroke={1.6} />
          </ActionIcon>
          {period ? <DownloadMenu filters={{ account, category, q }} period={period} /> : null}
          <ReviewButton />
          <Button size="sm" leftSection={<IconPlus size={16} />} onClick={() => update({ add: 'yes' })}>
            <Trans>Add</Trans>
          </Button>
        </>
      }
    >
      {period ? (
        <TransactionsFeature
          filters={{ account, category, q }}
          period={period}
          onFilters={(filters) => update({ account: filters.account, category: filters.category, q: filters.q })}
          onOpen={show}
        />
      ) : (
        <RowSkeletons rows={14} />
      )}
      {shownId === null ? null : (
        <TransactionDrawer isOpen={openId !== null} id={shownId} onClose={() => update({ open: undefined })} />
      )}
      <ChangesDrawer isOpen={isLogOpen} onClose={() => setLogOpen(false)} />
      <AddTransaction isOpen={add !== undefined} today={today} onClose={() => update({ add: undefined })} />
    </Page>
  )
}
