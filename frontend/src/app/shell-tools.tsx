import { t } from '@lingui/core/macro'
import { ActionIcon, useMantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconLogout, IconMoon, IconSearch, IconSun } from '@tabler/icons-react'
import { Suspense } from 'react'
import { Hint } from '@/components/ui/hint'
import { useOpener } from '@/components/ui/opener'
import { signOut } from '@/features/auth/api/sign-in'
import { CommandPalette, SchemeChoices } from './parts'
import { useShellActions } from './shell-actions'

const ICONS = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop }

export function SchemeMenu() {
  const { colorScheme } = useMantineColorScheme()
  const { button, opened } = useOpener('menu')
  const Current = ICONS[colorScheme]
  return (
    <>
      <ActionIcon variant="subtle" color="gray" size="lg" c="dimmed" aria-label={t`Light or dark`} {...button}>
        <Current size={18} stroke={1.6} />
      </ActionIcon>
      <Suspense>{opened ? <SchemeChoices {...opened} /> : null}</Suspense>
    </>
  )
}

export function ShellTools() {
  const { openSearch } = useShellActions()
  return (
    <>
      <Hint label={t`Search and commands (Ctrl K)`}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          c="dimmed"
          aria-label={t`Search and commands`}
          onMouseOver={() => void CommandPalette.prefetch()}
          onClick={openSearch}
        >
          <IconSearch size={18} stroke={1.6} />
        </ActionIcon>
      </Hint>
      <SchemeMenu />
      <Hint label={t`Sign out`}>
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
      </Hint>
    </>
  )
}
