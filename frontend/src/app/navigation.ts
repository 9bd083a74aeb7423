import { t } from '@lingui/core/macro'
import { IconBuildingBank, IconBulb, IconCalendarStats, IconFileText, IconHome, IconLayoutList, IconMessageQuestion, IconSettings, IconUpload } from '@tabler/icons-react'
import type { Destination } from '@/components/layouts/frame'
import type { SubPage } from '@/components/layouts/sub-nav'

export interface KeyedDestination extends Destination {
  /** Pressed after g. */
  key: string
}

/** In the rail. */
export const DESTINATIONS: readonly KeyedDestination[] = [
  { to: '/', label: t`Overview`, icon: IconHome, key: 'o' },
  { to: '/transactions', label: t`Transactions`, icon: IconLayoutList, also: '/review', key: 't' },
  { to: '/accounts', label: t`Accounts`, icon: IconBuildingBank, key: 'a' },
  { to: '/plan', label: t`Plan`, icon: IconCalendarStats, key: 'p' },
  { to: '/advice', label: t`Advice`, icon: IconBulb, also: '/reports', key: 'd' },
  { to: '/ask', label: t`Ask`, icon: IconMessageQuestion, key: 'q' },
  { to: '/import', label: t`Import`, icon: IconUpload, key: 'i' },
  { to: '/settings', label: t`Settings`, icon: IconSettings, key: 's' },
]

/** Reached by keys and the palette too, though the rail leaves them to the page they belong to. */
export const REACHED: readonly KeyedDestination[] = [...DESTINATIONS, { to: '/reports', label: t`Reports`, icon: IconFileText, key: 'r' }]

/** The four that a thumb needs most; the rest is behind More. */
export const PHONE_BAR: readonly Destination[] = [
  { to: '/', label: t`Overview`, icon: IconHome },
  { to: '/transactions', label: t`Transactions`, icon: IconLayoutList, also: '/review' },
  { to: '/plan', label: t`Plan`, icon: IconCalendarStats },
  { to: '/advice', label: t`Advice`, icon: IconBulb, also: '/reports' },
]

export const PLAN_PAGES: readonly SubPage[] = [
  { to: '/plan/budgets', label: t`Budgets` },
  { to: '/plan/recurring', label: t`Recurring` },
  { to: '/plan/forecast', label: t`Forecast` },
  { to: '/plan/what-if', label: t`What if` },
  { to: '/plan/goals', label: t`Goals` },
  { to: '/plan/debts', label: t`Debts` },
]

export const MONEY_PAGES: readonly SubPage[] = [
  { to: '/accounts', label: t`Accounts` },
  { to: '/accounts/net-worth', label: t`Net worth` },
  { to: '/accounts/cash-flow', label: t`Cash flow` },
]

export const ADVICE_PAGES: readonly SubPage[] = [
  { to: '/advice', label: t`What to do` },
  { to: '/advice/insights', label: t`Worth a look` },
  { to: '/advice/health', label: t`Health` },
  { to: '/advice/changes', label: t`Why it changed` },
  { to: '/reports', label: t`Reports` },
  { to: '/advice/scores', label: t`How good are we?` },
]
