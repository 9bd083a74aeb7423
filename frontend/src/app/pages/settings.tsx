import { Button } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, type ReactNode } from 'react'
import { Page } from '@/components/layouts/page'
import { RowSkeletons } from '@/components/ui/notes'
import { signOut } from '@/features/auth/api/sign-in'
import { Categories } from '@/features/categories/components/categories'
import { Payees } from '@/features/payees/components/payees'
import { ScheduleForm } from '@/features/reports/components/schedule-form'
import { Rules } from '@/features/rules/components/rules'
import { Settings as SettingsFeature } from '@/features/settings/components/settings'
import { useShellActions } from '../shell-actions'

const Access = lazy(() => import('@/features/access/components/access').then((module) => ({ default: module.Access })))
const Rates = lazy(() => import('@/features/rates/components/rates').then((module) => ({ default: module.Rates })))
const LanguageModel = lazy(() =>
  import('@/features/model/components/language-model').then((module) => ({ default: module.LanguageModel })),
)
const DemoSection = lazy(() =>
  import('@/features/first-run/components/demo-section').then((module) => ({ default: module.DemoSection })),
)
const YourData = lazy(() => import('@/features/data/components/your-data').then((module) => ({ default: module.YourData })))

function Later({ children }: { children: ReactNode }) {
  return <Suspense fallback={<RowSkeletons rows={6} />}>{children}</Suspense>
}

export function Settings() {
  const { openJobs } = useShellActions()
  const { part } = useSearch({ from: '/shell/settings' })
  const navigate = useNavigate({ from: '/settings' })
  return (
    <Page
      title="Settings"
      tools={
        <>
          <Button size="xs" variant="subtle" component={Link} to="/advice/scores">
            How good are we?
          </Button>
          <Button size="xs" variant="default" onClick={() => void signOut().catch(() => undefined)}>
            Sign out
          </Button>
        </>
      }
    >
      <SettingsFeature
        part={part}
        parts={[
          { value: 'access', label: 'Access', panel: <Later><Access /></Later> },
          { value: 'categories', label: 'Categories', panel: <Categories /> },
          { value: 'payees', label: 'Payees', panel: <Payees /> },
          { value: 'rules', label: 'Rules', panel: <Rules onJobs={openJobs} /> },
          { value: 'reports', label: 'Reports', panel: <ScheduleForm /> },
          { value: 'currencies', label: 'Exchange rates', panel: <Later><Rates /></Later> },
          { value: 'model', label: 'Language model', panel: <Later><LanguageModel /></Later> },
          { value: 'data', label: 'Your data', panel: <Later><YourData /><DemoSection /></Later> },
        ]}
        onPart={(next) => void navigate({ search: (previous) => ({ ...previous, part: next }) })}
      />
    </Page>
  )
}
