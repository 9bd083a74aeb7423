import { useNavigate, useSearch } from '@tanstack/react-router'
import { Page } from '@/components/layouts/page'
import { SubNav } from '@/components/layouts/sub-nav'
import { ForecastPage } from '@/features/forecast/components/forecast-page'
import { RecurringPage, recurringView } from '@/features/recurring/components/recurring-page'
import { PLAN_PAGES } from '../navigation'
import { numberOf } from '../search'

function Tabs() {
  return <SubNav label="Plan" pages={PLAN_PAGES} />
}

export function Recurring() {
  const { view, open } = useSearch({ from: '/shell/plan/recurring' })
  const navigate = useNavigate({ from: '/plan/recurring' })
  return (
    <Page title="Recurring">
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
    <Page title="Forecast">
      <Tabs />
      <ForecastPage state={state} onState={(part) => void navigate({ search: (previous) => ({ ...previous, ...part }) as typeof previous, resetScroll: false })} />
    </Page>
  )
}
