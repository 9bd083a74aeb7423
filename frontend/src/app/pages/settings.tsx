import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, type ReactNode } from 'react'
import { meQuery } from '@/api/queries'
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
const Households = lazy(() =>
  import('@/features/households/components/households').then((module) => ({ default: module.Households })),
)
const Rates = lazy(() => import('@/features/rates/components/rates').then((module) => ({ default: module.Rates })))
const LanguageModel = lazy(() =>
  import('@/features/model/components/language-model').then((module) => ({ default: module.LanguageModel })),
)
const DemoSection = lazy(() =>
  import('@/features/first-run/components/demo-section').then((module) => ({ default: module.DemoSection })),
)
const OperationsPage = lazy(() =>
  import('@/features/operations/components/operations-page').then((module) => ({ default: module.OperationsPage })),
)
const YourData = lazy(() => import('@/features/data/components/your-data').then((module) => ({ default: module.YourData })))

function Later({ children }: { children: ReactNode }) {
  return <Suspense fallback={<RowSkeletons rows={6} />}>{children}</Suspense>
}

export function Settings() {
  const { openJobs } = useShellActions()
  const { part } = useSearch({ from: '/shell/settings' })
  const navigate = useNavigate({ from: '/settings' })
  const { data: me } = useQuery(meQuery)
  return (
    <Page
      title={t`Settings`}
      tools={
        <>
          <Button size="xs" variant="subtle" component={Link} to="/advice/scores">
            <Trans>How good are we?</Trans>
          </Button>
          <Button size="xs" variant="default" onClick={() => void signOut().catch(() => undefined)}>
            <Trans>Sign out</Trans>
          </Button>
        </>
      }
    >
      <SettingsFeature
        part={part}
        parts={[
          { value: 'access', label: t`Access`, panel: <Later><Access /></Later> },
          { value: 'household', label: t`Household`, panel: <Later><Households /></Later> },
          { value: 'categories', label: t`Categories`, panel: <Categories /> },
          { value: 'payees', label: t`Payees`, panel: <Payees /> },
          { value: 'rules', label: t`Rules`, panel: <Rules onJobs={openJobs} /> },
          { value: 'reports', label: t`Reports`, panel: <ScheduleForm /> },
          { value: 'currencies', label: t`Exchange rates`, panel: <Later><Rates /></Later> },
          { value: 'model', label: t`Language model`, panel: <Later><LanguageModel /></Later> },
          { value: 'data', label: t`Your data`, panel: <Later><YourData /><DemoSection /></Later> },
          ...(me?.is_staff ? [{ value: 'server', label: t`Server`, panel: <Later><OperationsPage /></Later> }] : []),
        ]}
        onPart={(next) => void navigate({ search: (previous) => ({ ...previous, part: next }) })}
      />
    </Page>
  )
}
