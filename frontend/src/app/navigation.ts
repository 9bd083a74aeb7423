import { IconBuildingBank, IconFileText, IconHome, IconLayoutList, IconPlus, IconSettings, IconUpload } from '@tabler/icons-react'
import type { Destination } from '@/components/layouts/frame'

export interface KeyedDestination extends Destination {
  /** Pressed after g. */
  key: string
}

export const DESTINATIONS: readonly KeyedDestination[] = [
  { to: '/', label: 'Overview', icon: IconHome, key: 'o' },
  { to: '/transactions', label: 'Transactions', icon: IconLayoutList, key: 't' },
  { to: '/accounts', label: 'Accounts', icon: IconBuildingBank, key: 'a' },
  { to: '/reports', label: 'Reports', icon: IconFileText, key: 'r' },
  { to: '/import', label: 'Import', icon: IconUpload, key: 'i' },
  { to: '/settings', label: 'Settings', icon: IconSettings, key: 's' },
]

/** The four that a thumb needs most; the rest is behind More. */
export const PHONE_BAR: readonly (Destination & { isMain?: boolean })[] = [
  { to: '/', label: 'Overview', icon: IconHome },
  { to: '/transactions', label: 'Transactions', icon: IconLayoutList },
  { to: '/import', label: 'Import', icon: IconPlus, isMain: true },
  { to: '/accounts', label: 'Accounts', icon: IconBuildingBank },
]
