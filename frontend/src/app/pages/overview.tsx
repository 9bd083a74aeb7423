import { Page } from '@/components/layouts/page'
import { PeriodPicker } from '@/components/ui/period-picker'
import { Overview as OverviewFeature } from '@/features/overview/components/overview'
import { usePeriod } from '../use-period'

export function Overview() {
  const { period, choose, today } = usePeriod()
  return (
    <Page
      title="Overview"
      hasVisibleTitle={false}
      tools={period ? <PeriodPicker period={period} today={today} onChange={choose} /> : null}
    >
      {period ? <OverviewFeature period={period} today={today} onPeriod={choose} /> : null}
    </Page>
  )
}
