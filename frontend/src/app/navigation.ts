import { IconBuildingBank, IconBulb, IconCalendarStats, IconFileText, IconHome, IconLayoutList, IconMessageQuestion, IconSettings, IconUpload } from '@tabler/icons-react'
import type { Destination } from '@/components/layouts/frame'
import type { SubPage } from '@/components/layouts/sub-nav'

export interface KeyedDestination extends Destination {
  /** Pressed after g. */
  key: string
}

/** In the rail. */
export const DESTINATIONS: readonly KeyedDestination[] = [
  { to: '/', label: 'Overview', icon: IconHome, key: 'o' },
  { to: '/transactions', label: 'Transactions', icon: IconLayoutList, also: '/review', key: 't' },
  { to: '/accounts', label: 'Accounts', icon: IconBuildingBank, key: 'a' },
  { to: '/plan', label: 'Plan', icon: IconCalendarStats, key: 'p' },
  { to: '/advice', label: 'Advice', icon: IconBulb, also: '/reports', key: 'd' },
  { to: '/ask', label: 'Ask', icon: IconMessageQuestion, key: 'q' },
  { to: '/import', label: 'Import', icon: IconUpload, key: 'i' },
  { to: '/settings', label: 'Settings', icon: IconSettings, key: 's' },
]

/** Reached by keys and the palette too, though the rail leaves them to the page they belong to. */
export const REACHED: readonly KeyedDestination[] = [...DESTINATIONS, { to: '/reports', label: 'Reports', icon: IconFileText, key: 'r' }]

/** The four that a thumb needs most; the rest is behind More. */
export const PHONE_BAR: readonly Destination[] = [
  { to: '/', label: 'Overview', icon: IconHome },
  { to: '/transactions', label: 'Transactions', icon: IconLayoutList, also: '/review' },
  { to: '/plan', label: 'Plan', icon: IconCalendarStats },
  { to: '/advice', label: 'Advice', icon: IconBulb, also: '/reports' },
]

export const PLAN_PAGES: readonly SubPage[] = [
  { to: '/plan/budgets', label: 'Budgets' },
  { to: '/plan/recurring', label: 'Recurring' },
  { to: '/plan/forecast', label: 'Forecast' },
  { to: '/plan/what-if', label: 'What if' },
  { to: '/plan/goals', label: 'Goals' },
  { to: '/plan/debts', label: 'Debts' },
]

export const MONEY_PAGES: readonly SubPage[] = [
  { to: '/accounts', label: 'Accounts' },
  { to: '/accounts/net-worth', label: 'Net worth' },
  { to: '/accounts/cash-flow', label: 'Cash flow' },
]

export const ADVICE_PAGES: readonly SubPage[] = [
  { to: '/advice', label: 'What to do' },
  { to: '/advice/insights', label: 'Worth a look' },
  { to: '/advice/health', label: 'Health' },
  { to: '/advice/changes', label: 'Why it changed' },
  { to: '/reports', label: 'Reports' },
  { to: '/advice/scores', label: 'How good are we?' },
]
