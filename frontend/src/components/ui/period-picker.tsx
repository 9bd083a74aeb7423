import { t } from '@lingui/core/macro'
import { ActionIcon, Button, Skeleton } from '@mantine/core'
import { IconChevronDown, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { Suspense, useEffect } from 'react'
import { whenIdle } from '@/lib/idle'
import { later } from '@/lib/later'
import { monthOf, monthPeriod, periodName, shiftPeriod, type Period } from '@/lib/period'
import classes from './period-picker.module.css'
import { Popup } from './popup'

const PeriodMenu = later(() => import('./period-menu').then((module) => module.PeriodMenu))

interface PeriodPickerProps {
  /** Null while it is not known: the room for it is kept. */
  period: Period | null
  today: string
  onChange: (period: Period) => void
}

export function PeriodPicker({ period: known, today, onChange }: PeriodPickerProps) {
  const period = known ?? monthPeriod(monthOf(today))
  const step = (steps: number): void => {
    const next = shiftPeriod(period, steps)
    if (next) onChange(next)
  }
  useEffect(() => whenIdle(() => void PeriodMenu.prefetch()), [])
  const canStep = shiftPeriod(period, 1) !== null
  return (
    <div className={classes['picker']} role="group" aria-label={t`Period`} data-waiting={known === null || undefined}>
      <ActionIcon variant="subtle" aria-label={t`Earlier`} disabled={!canStep} onClick={() => step(-1)}>
        <IconChevronLeft size={18} />
      </ActionIcon>
      <Popup
        label={t`Period`}
        width={300}
        position="bottom-end"
        onIntent={() => void PeriodMenu.prefetch()}
        button={(props) => (
          <Button
            variant="subtle"
            size="compact-md"
            rightSection={<IconChevronDown size={14} />}
            aria-label={t`Period: ${periodName(period)}. Change`}
            {...props}
          >
            {periodName(period)}
          </Button>
        )}
      >
        {(close) => (
          <Suspense fallback={<Skeleton height={300} />}>
            <PeriodMenu
              period={period}
              today={today}
              onPick={(next) => {
                if (next) onChange(next)
                close()
              }}
            />
          </Suspense>
        )}
      </Popup>
      <ActionIcon variant="subtle" aria-label={t`Later`} disabled={!canStep} onClick={() => step(1)}>
        <IconChevronRight size={18} />
      </ActionIcon>
    </div>
  )
}
