import { Button } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Page } from '@/components/layouts/page'
import { signOut } from '@/features/auth/api/sign-in'
import { Categories } from '@/features/categories/components/categories'
import { Payees } from '@/features/payees/components/payees'
import { Rules } from '@/features/rules/components/rules'
import { Settings as SettingsFeature } from '@/features/settings/components/settings'
import { SchemeMenu } from '../shell-tools'
import { useShellActions } from '../shell-actions'

/** On a phone this page is "More": what the rail's foot holds elsewhere is reachable from here. */
export function Settings() {
  const { openJobs } = useShellActions()
  const { part } = useSearch({ from: '/shell/settings' })
  const navigate = useNavigate({ from: '/settings' })
  return (
    <Page
      title="Settings"
      tools={
        <>
          <Button size="xs" variant="default" hiddenFrom="sm" onClick={openJobs}>
            Jobs
          </Button>
          <span className="mantine-hidden-from-sm">
            <SchemeMenu />
          </span>
          <Button size="xs" variant="default" onClick={() => void signOut().catch(() => undefined)}>
            Sign out
          </Button>
        </>
      }
    >
      <SettingsFeature
        part={part}
        parts={[
          { value: 'categories', label: 'Categories', panel: <Categories /> },
          { value: 'payees', label: 'Payees', panel: <Payees /> },
          { value: 'rules', label: 'Rules', panel: <Rules onJobs={openJobs} /> },
        ]}
        onPart={(next) => void navigate({ search: (previous) => ({ ...previous, part: next }) })}
      />
    </Page>
  )
}
