import { t } from '@lingui/core/macro'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Page } from '@/components/layouts/page'
import { SubNav } from '@/components/layouts/sub-nav'
import { AdvicePage } from '@/features/advice/components/advice-page'
import { DriversPage } from '@/features/drivers/components/drivers-page'
import { HealthPage } from '@/features/health/components/health-page'
import { InsightsPage } from '@/features/insights/components/insights-page'
import { ADVICE_PAGES } from '../navigation'
import { numberOf } from '../search'

function Tabs() {
  return <SubNav label={t`Advice`} pages={ADVICE_PAGES} />
}

export function Advice() {
  return (
    <Page title={t`Advice`} about="advice">
      <Tabs />
      <AdvicePage />
    </Page>
  )
}

export function Insights() {
  const { open } = useSearch({ from: '/shell/advice/insights' })
  const navigate = useNavigate({ from: '/advice/insights' })
  return (
    <Page title={t`Worth a look`} about="anomaly">
      <Tabs />
      <InsightsPage
        open={numberOf(open)}
        onOpen={(id) => void navigate({ search: (previous) => ({ ...previous, open: id === null ? undefined : String(id) }) as typeof previous, resetScroll: false })}
      />
    </Page>
  )
}

export function Health() {
  return (
    <Page title={t`Health`} about="health-score">
      <Tabs />
      <HealthPage />
    </Page>
  )
}

export function Changes() {
  const state = useSearch({ from: '/shell/advice/changes' })
  const navigate = useNavigate({ from: '/advice/changes' })
  return (
    <Page title={t`Why it changed`} about="drivers">
      <Tabs />
      <DriversPage state={state} onState={(part) => void navigate({ search: (previous) => ({ ...previous, ...part }) as typeof previous, resetScroll: false })} />
    </Page>
  )
}
