import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Button, SegmentedControl, TextInput, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import {
  addMonths,
  daysPeriod,
  monthName,
  monthOf,
  monthPeriod,
  parsePeriod,
  shortMonth,
  twelveMonthsTo,
  type Period,
} from '@/lib/period'
import classes from './period-picker.module.css'

export interface PeriodMenuProps {
  period: Period
  today: string
  onPick: (period: Period | null) => void
}

export function PeriodMenu({ period, today, onPick }: PeriodMenuProps) {
  const [mode, setMode] = useState<'months' | 'days'>('months')
  return (
    <div className={classes['menu']}>
      <div className={classes['presets']}>
        {presets(today).map(({ label, period: preset }) => (
          <Button
            key={label}
            size="compact-sm"
            variant={preset.key === period.key ? 'light' : 'default'}
            onClick={() => onPick(preset)}
          >
            {label}
          </Button>
        ))}
      </div>
      <SegmentedControl
        fullWidth
        size="xs"
        value={mode}
        onChange={(value) => setMode(value === 'days' ? 'days' : 'months')}
        data={[
          { value: 'months', label: t`Month` },
          { value: 'days', label: t`From – to` },
        ]}
      />
      {mode === 'months' ? (
        <MonthGrid period={period} today={today} onPick={onPick} />
      ) : (
        <DayRange period={period} today={today} onPick={onPick} />
      )}
    </div>
  )
}

function presets(today: string): { label: string; period: Period }[] {
  const month = monthOf(today)
  const named: [string, Period | null][] = [
    [t`This month`, monthPeriod(month)],
    [t`Last month`, monthPeriod(addMonths(month, -1))],
    [t`Last 12 months`, twelveMonthsTo(month)],
    [t`This year`, parsePeriod(month.slice(0, 4))],
    [t`All time`, parsePeriod('all')],
  ]
  return named.flatMap(([label, period]) => (period ? [{ label, period }] : []))
}

function MonthGrid({ period, today, onPick }: PeriodMenuProps) {
  const [year, setYear] = useState(Number((period.end ?? today).slice(0, 4)))
  const months = Array.from({ length: 12 }, (_, index) => `${String(year).padStart(4, '0')}-${String(index + 1).padStart(2, '0')}`)
  return (
    <div>
      <div className={classes['year']}>
        <ActionIcon variant="subtle" aria-label={t`Year ${year - 1}`} onClick={() => setYear(year - 1)}>
          <IconChevronLeft size={16} />
        </ActionIcon>
        <Button variant="subtle" size="compact-sm" onClick={() => onPick(parsePeriod(String(year)))}>
          <Trans>{year}, all year</Trans>
        </Button>
        <ActionIcon variant="subtle" aria-label={t`Year ${year + 1}`} onClick={() => setYear(year + 1)}>
          <IconChevronRight size={16} />
        </ActionIcon>
      </div>
      <div className={classes['months']}>
        {months.map((month) => (
          <UnstyledButton
            key={month}
            className={classes['month']}
            aria-pressed={period.key === month}
            data-future={month > monthOf(today) || undefined}
            onClick={() => onPick(monthPeriod(month))}
          >
            <span aria-hidden>{shortMonth(month)}</span>
            <VisuallyHidden>{monthName(month)}</VisuallyHidden>
          </UnstyledButton>
        ))}
      </div>
    </div>
  )
}

function DayRange({ period, today, onPick }: PeriodMenuProps) {
  const [start, setStart] = useState(period.start ?? `${monthOf(today)}-01`)
  const [end, setEnd] = useState(period.end ?? today)
  const chosen = daysPeriod(start, end)
  return (
    <form
      className={classes['range']}
      onSubmit={(event) => {
        event.preventDefault()
        onPick(chosen)
      }}
    >
      <TextInput type="date" size="sm" label={t`First day`} value={start} onChange={(event) => setStart(event.target.value)} />
      <TextInput
        type="date"
        size="sm"
        label={t`Last day`}
        value={end}
        error={chosen ? null : t`The last day must not be before the first.`}
        onChange={(event) => setEnd(event.target.value)}
      />
      <Button type="submit" size="sm" disabled={!chosen}>
        <Trans>Show these days</Trans>
      </Button>
    </form>
  )
}
