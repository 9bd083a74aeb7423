import { Drawer, SegmentedControl, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { spotlight } from '@mantine/spotlight'
import { IconBuildingBank, IconFileText, IconListCheck, IconLogout, IconMessageQuestion, IconSearch, IconSettings, IconTransform, IconUpload, IconVocabulary } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { signOut } from '@/features/auth/api/sign-in'
import classes from './more-sheet.module.css'
import { useShellActions } from './shell-actions'

const ICON = { size: 20, stroke: 1.6, 'aria-hidden': true } as const
const LINKS = [
  { to: '/import', label: 'Import', icon: IconUpload },
  { to: '/ask', label: 'Ask', icon: IconMessageQuestion },
  { to: '/accounts', label: 'Accounts', icon: IconBuildingBank },
  { to: '/review', label: 'Review', icon: IconListCheck },
  { to: '/reports', label: 'Reports', icon: IconFileText },
  { to: '/glossary', label: 'Glossary', icon: IconVocabulary },
  { to: '/settings', label: 'Settings', icon: IconSettings },
] as const

interface MoreSheetProps {
  isOpen: boolean
  onClose: () => void
}

/** What the rail holds on a wide screen and the phone's bar has no room for. */
export function MoreSheet({ isOpen, onClose }: MoreSheetProps) {
  const { openJobs } = useShellActions()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const then = (deed: () => void) => () => {
    onClose()
    deed()
  }
  return (
    <Drawer opened={isOpen} onClose={onClose} position="bottom" size={520} title="More" closeButtonProps={{ 'aria-label': 'Close' }}>
      <nav aria-label="More" className={classes['list']}>
        {LINKS.map(({ to, label, icon: Icon }) => (
          <Link key={to} to={to} className={classes['item']} onClick={onClose}>
            <Icon {...ICON} /> {label}
          </Link>
        ))}
        <UnstyledButton className={classes['item']} onClick={then(openJobs)}>
          <IconTransform {...ICON} /> Jobs
        </UnstyledButton>
        <UnstyledButton className={classes['item']} onClick={then(spotlight.open)}>
          <IconSearch {...ICON} /> Search and commands
        </UnstyledButton>
        <UnstyledButton className={classes['item']} onClick={then(() => void signOut().catch(() => undefined))}>
          <IconLogout {...ICON} /> Sign out
        </UnstyledButton>
      </nav>
      <SegmentedControl
        fullWidth
        mt="md"
        aria-label="Light or dark"
        value={colorScheme}
        onChange={setColorScheme}
        data={[
          { value: 'light', label: 'Light' },
          { value: 'dark', label: 'Dark' },
          { value: 'auto', label: 'As the system' },
        ]}
      />
    </Drawer>
  )
}
