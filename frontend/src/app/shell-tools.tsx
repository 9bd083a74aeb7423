import { t } from '@lingui/core/macro'
import { ActionIcon, useMantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconLogout, IconMoon, IconSearch, IconSun } from '@tabler/icons-react'
import { Suspense, useId, useState, type SyntheticEvent } from 'react'
import { Hint } from '@/components/ui/hint'
import { signOut } from '@/features/auth/api/sign-in'
import { CommandPalette, SchemeChoices } from './parts'
import { useShellActions } from './shell-actions'

const ICONS = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop }

export function SchemeMenu() {
  const id = useId()
  const { colorScheme } = useMantineColorScheme()
  const [at, setAt] = useState<HTMLElement | null>(null)
  const [isOpen, setOpen] = useState(false)
  const reach = ({ currentTarget }: SyntheticEvent<HTMLElement>): void => setAt(currentTarget)
  const Current = ICONS[colorScheme]
  return (
    <>
      <ActionIcon
        id={`${id}-target`}
        variant="subtle"
        color="gray"
        size="lg"
        c="dimmed"
        aria-label={t`Light or dark`}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}-dropdown` : undefined}
        onMouseEnter={reach}
        onFocus={reach}
        onClick={(event) => {
          reach(event)
          setOpen(!isOpen)
        }}
      >
        <Current size={18} stroke={1.6} />
      </ActionIcon>
      <Suspense>{at ? <SchemeChoices at={at} id={id} isOpen={isOpen} onChange={setOpen} /> : null}</Suspense>
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
