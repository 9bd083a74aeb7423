import { t } from '@lingui/core/macro'
import { ActionIcon, Menu, Tooltip, useMantineColorScheme } from '@mantine/core'
import { spotlight } from '@mantine/spotlight'
import { IconDeviceDesktop, IconLogout, IconMoon, IconSearch, IconSun } from '@tabler/icons-react'
import { signOut } from '@/features/auth/api/sign-in'

const SCHEMES = [
  { value: 'light', label: t`Light`, icon: IconSun },
  { value: 'dark', label: t`Dark`, icon: IconMoon },
  { value: 'auto', label: t`As the system`, icon: IconDeviceDesktop },
] as const

export function SchemeMenu() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const Current = SCHEMES.find(({ value }) => value === colorScheme)?.icon ?? IconDeviceDesktop
  return (
    <Menu position="top-start" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" c="dimmed" aria-label={t`Light or dark`}>
          <Current size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {SCHEMES.map(({ value, label, icon: Icon }) => (
          <Menu.Item
            key={value}
            leftSection={<Icon size={16} />}
            aria-current={value === colorScheme || undefined}
            onClick={() => setColorScheme(value)}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

export function ShellTools() {
  return (
    <>
      <Tooltip label={t`Search and commands (Ctrl K)`}>
        <ActionIcon variant="subtle" color="gray" size="lg" c="dimmed" aria-label={t`Search and commands`} onClick={spotlight.open}>
          <IconSearch size={18} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <SchemeMenu />
      <Tooltip label={t`Sign out`}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          c="dimmed"
          aria-label={t`Sign out`}
          onClick={() => void signOut().catch(() => undefined)}
        >
          <IconLogout size={18} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </>
  )
}
