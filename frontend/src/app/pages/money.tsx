import { t } from '@lingui/core/macro'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Page } from '@/components/layouts/page'
import { SubNav } from '@/components/layouts/sub-nav'
import { RowSkeletons } from '@/components/ui/notes'
import { PeriodPicker } from '@/components/ui/period-picker'
import { CashFlowPage } from '@/features/flow/components/cash-flow-page'
import { NetWorthPage } from '@/features/worth/components/net-worth-page'
import { MONEY_PAGES } from '../navigation'
import { usePeriod } from '../use-period'

export function NetWorth() {
  const state = useSearch({ from: '/shell/accounts/net-worth' })
  const navigate = useNavigate({ from: '/accounts/net-worth' })
  return (
    <Page title={t`Net worth`} about="net-worth">
      <SubNav label={t`Accounts`} pages={MONEY_PAGES} />
      <NetWorthPage state={state} onState={(part) => void navigate({ search: (previous) => ({ ...previous, ...part }) as typeof previous, resetScroll: false })} />
    </Page>
  )
}

export function CashFlow() {
  const { period, choose, today } = usePeriod()
  const state = useSearch({ from: '/shell/accounts/cash-flow' })
  const navigate = useNavigate({ from: '/accounts/cash-flow' })
  return (
    <Page title={t`Cash flow`} about="cash-flow" tools={<PeriodPicker period={period} today={today} onChange={choose} />}>
      <SubNav label={t`Accounts`} pages={MONEY_PAGES} />
      {period ? (
        <CashFlowPage
          period={period}
          state={state}
          onState={(part) => void navigate({ search: (previous) => ({ ...previous, ...part }) as typeof previous, resetScroll: false })}
        />
      ) : (
        <RowSkeletons rows={8} />
      )}
    </Page>
  )
}
