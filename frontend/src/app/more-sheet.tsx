import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Drawer, SegmentedControl, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { IconBuildingBank, IconFileText, IconListCheck, IconLogout, IconMessageQuestion, IconSearch, IconSettings, IconTransform, IconUpload, IconUsers, IconVocabulary } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { ledger } from '@/api/ledger'
import { householdsQuery } from '@/api/queries'
import { signOut } from '@/features/auth/api/sign-in'
import classes from './more-sheet.module.css'
import { useShellActions } from './shell-actions'

const ICON = { size: 20, stroke: 1.6, 'aria-hidden': true } as const
const LINKS = [
  { to: '/import', label: t`Import`, icon: IconUpload },
  { to: '/ask', label: t`Ask`, icon: IconMessageQuestion },
  { to: '/accounts', label: t`Accounts`, icon: IconBuildingBank },
  { to: '/review', label: t`Review`, icon: IconListCheck },
  { to: '/reports', label: t`Reports`, icon: IconFileText },
  { to: '/glossary', label: t`Glossary`, icon: IconVocabulary },
  { to: '/settings', label: t`Settings`, icon: IconSettings },
] as const

interface MoreSheetProps {
  isOpen: boolean
  onClose: () => void
}

/** What the rail holds on a wide screen and the phone's bar has no room for. */
export function MoreSheet({ isOpen, onClose }: MoreSheetProps) {
  const { openJobs, openSearch } = useShellActions()
  const { data: households = [] } = useQuery(householdsQuery)
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const then = (deed: () => void) => () => {
    onClose()
    deed()
  }
  return (
    <Drawer opened={isOpen} onClose={onClose} position="bottom" size={520} title={t`More`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <nav aria-label={t`More`} className={classes['list']}>
        {LINKS.filter(({ to }) => to !== '/import' || !ledger.isReadOnly).map(({ to, label, icon: Icon }) => (
          <Link key={to} to={to} className={classes['item']} onClick={onClose}>
            <Icon {...ICON} /> {label}
          </Link>
        ))}
        {households.length > 0 ? (
          <Link to="/settings" search={{ part: 'household' }} className={classes['item']} onClick={onClose}>
            <IconUsers {...ICON} /> {ledger.current?.name ?? t`My own money`}
          </Link>
        ) : null}
        <UnstyledButton className={classes['item']} onClick={then(openJobs)}>
          <IconTransform {...ICON} /> <Trans>Jobs</Trans>
        </UnstyledButton>
        <UnstyledButton className={classes['item']} onClick={then(openSearch)}>
          <IconSearch {...ICON} /> <Trans>Search and commands</Trans>
        </UnstyledButton>
        <UnstyledButton className={classes['item']} onClick={then(() => void signOut().catch(() => undefined))}>
          <IconLogout {...ICON} /> <Trans>Sign out</Trans>
        </UnstyledButton>
      </nav>
      <SegmentedControl
        fullWidth
        mt="md"
        aria-label={t`Light or dark`}
        value={colorScheme}
        onChange={setColorScheme}
        data={[
          { value: 'light', label: t`Light` },
          { value: 'dark', label: t`Dark` },
          { value: 'auto', label: t`As the system` },
        ]}
      />
    </Drawer>
  )
}
