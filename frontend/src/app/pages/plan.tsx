import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Goal } from '@/api/types'
import { Page } from '@/components/layouts/page'
import { SubNav } from '@/components/layouts/sub-nav'
import { DebtsPage } from '@/features/debts/components/debts-page'
import { ForecastPage } from '@/features/forecast/components/forecast-page'
import { GoalsPage } from '@/features/goals/components/goals-page'
import { RecurringPage, recurringView } from '@/features/recurring/components/recurring-page'
import { PLAN_PAGES } from '../navigation'
import { numberOf } from '../search'

function Tabs() {
  return <SubNav label={t`Plan`} pages={PLAN_PAGES} />
}

export function Recurring() {
  const { view, open } = useSearch({ from: '/shell/plan/recurring' })
  const navigate = useNavigate({ from: '/plan/recurring' })
  return (
    <Page title={t`Recurring`} about="recurring-series">
      <Tabs />
      <RecurringPage
        view={recurringView(view)}
        onView={(next) => void navigate({ search: (previous) => ({ ...previous, view: next === 'running' ? undefined : next }) as typeof previous, resetScroll: false })}
        open={numberOf(open)}
        onOpen={(id) => void navigate({ search: (previous) => ({ ...previous, open: id === null ? undefined : String(id) }) as typeof previous, resetScroll: false })}
      />
    </Page>
  )
}

export function Forecast() {
  const state = useSearch({ from: '/shell/plan/forecast' })
  const navigate = useNavigate({ from: '/plan/forecast' })
  return (
    <Page title={t`Forecast`} about="forecast">
      <Tabs />
      <ForecastPage state={state} onState={(part) => void navigate({ search: (previous) => ({ ...previous, ...part }) as typeof previous, resetScroll: false })} />
    </Page>
  )
}

export function Goals() {
  const [edited, setEdited] = useState<Goal | 'new' | null>(null)
  return (
    <Page
      title={t`Goals`}
      about="goal"
      tools={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited('new')}>
          <Trans>Add a goal</Trans>
        </Button>
      }
    >
      <Tabs />
      <GoalsPage edited={edited} onEdit={setEdited} />
    </Page>
  )
}

export function Debts() {
  return (
    <Page title={t`Debts`} about="avalanche">
      <Tabs />
      <DebtsPage />
    </Page>
  )
}
