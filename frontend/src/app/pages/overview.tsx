import { t } from '@lingui/core/macro'
import { ActionIcon, Box } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Page } from '@/components/layouts/page'
import { PeriodPicker } from '@/components/ui/period-picker'
import { Pins } from '@/features/ask/components/pins'
import { DemoMark } from '@/features/first-run/components/demo-mark'
import { Overview as OverviewFeature } from '@/features/overview/components/overview'
import { usePeriod } from '../use-period'

export function Overview() {
  const { period, choose, today } = usePeriod()
  return (
    <Page
      title={t`Overview`}
      hasVisibleTitle={false}
      tools={
        <>
          <Box hiddenFrom="sm">
            <DemoMark />
          </Box>
          <PeriodPicker period={period} today={today} onChange={choose} />
          <ActionIcon component={Link} to="/import" hiddenFrom="sm" size={40} radius="xl" aria-label={t`Import`}>
            <IconPlus size={20} stroke={1.8} />
          </ActionIcon>
        </>
      }
    >
      {period ? <OverviewFeature period={period} today={today} onPeriod={choose} pinned={<Pins />} /> : null}
    </Page>
  )
}
