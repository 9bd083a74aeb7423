import { t } from '@lingui/core/macro'
import { useComputedColorScheme } from '@mantine/core'
import { useReducedMotion } from '@mantine/hooks'
import { lazy, Suspense, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react'
import { formatMoney, toDrawn } from '@/lib/money'
import { monthName, shortMonth } from '@/lib/period'
import type { ChartOption } from './echart'
import classes from './month-chart.module.css'

const EChart = lazy(() => import('./echart').then((module) => ({ default: module.EChart })))

export interface MonthBar {
  month: string
  income: string
  expense: string
  net: string
}

interface MonthChartProps {
  months: readonly MonthBar[]
  currency: string
  /** The month that is chosen on the page; it starts highlighted. */
  chosen: string | null
  onPick: (month: string) => void
  /** The line below the drawing: the figures of the highlighted month. */
  readout: (month: MonthBar) => ReactNode
}

const HEIGHT = 240

/** Money in above the line, money out below it. Arrow keys move over the months, Enter chooses one. */
export function MonthChart({ months, currency, chosen, onPick, readout }: MonthChartProps) {
  const [pointed, setPointed] = useState<string | null>(null)
  const scheme = useComputedColorScheme('light')
  const isStill = useReducedMotion()
  const current = months.find(({ month }) => month === (pointed ?? chosen)) ?? months.at(-1)
  const option = useMemo(
    () => drawing(months, currency, current?.month ?? null, scheme, isStill),
    [months, currency, current?.month, scheme, isStill],
  )
  const moveTo = (index: number): void => {
    const month = months[Math.max(0, Math.min(months.length - 1, index))]
    if (month) setPointed(month.month)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = months.findIndex(({ month }) => month === current?.month)
    const steps: Record<string, number> = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: months.length - 1 }
    const next = steps[event.key]
    if (next !== undefined) {
      event.preventDefault()
      moveTo(next)
    }
    if (event.key === 'Enter' && event.target === event.currentTarget && current) onPick(current.month)
  }
  return (
    <div>
      <div
        className={classes['chart']}
        tabIndex={0}
        role="slider"
        aria-label={t`Money in and out by month`}
        aria-valuemin={1}
        aria-valuemax={months.length}
        aria-valuenow={months.findIndex(({ month }) => month === current?.month) + 1}
        aria-valuetext={current ? spoken(current, currency) : t`no months`}
        onKeyDown={onKeyDown}
        onMouseLeave={() => setPointed(null)}
      >
        <Suspense fallback={<div style={{ height: HEIGHT }} />}>
          <EChart
            option={option}
            height={HEIGHT}
            onPoint={moveTo}
            onPick={(index) => {
              const month = months[index]
              if (month) onPick(month.month)
            }}
          />
        </Suspense>
      </div>
      {current ? <div className={classes['readout']}>{readout(current)}</div> : null}
    </div>
  )
}

function spoken(month: MonthBar, currency: string): string {
  const said = (amount: string): string => formatMoney(amount, currency)
  return t`${monthName(month.month)}: in ${said(month.income)}, out ${said(month.expense)}, net ${said(month.net)}`
}

function colourOf(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}

function drawing(
  months: readonly MonthBar[],
  currency: string,
  current: string | null,
  scheme: 'light' | 'dark',
  isStill: boolean,
): ChartOption {
  const tone = (name: string): string => colourOf(name) || (scheme === 'dark' ? '#9eaba7' : '#56635e')
  const [ink, line] = [tone('--mantine-color-dimmed'), tone('--sw-line')]
  const bars = (name: string, pick: (month: MonthBar) => string, colour: string) => ({
    type: 'bar' as const,
    name,
    stack: 'month',
    barMaxWidth: 34,
    barCategoryGap: '38%',
    cursor: 'pointer',
    itemStyle: { color: colour },
    emphasis: { disabled: true },
    data: months.map((month) => ({
      value: toDrawn(pick(month)),
      itemStyle: { opacity: month.month === current ? 1 : 0.5, borderRadius: 2 },
    })),
  })
  return {
    animation: !isStill,
    animationDuration: 260,
    grid: { left: 4, right: 4, top: 12, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: months.map(({ month }) => (month.endsWith('-01') ? `${shortMonth(month)}\n${month.slice(0, 4)}` : shortMonth(month))),
      axisLine: { show: true, onZero: true, lineStyle: { color: ink, width: 1 } },
      axisTick: { show: false },
      axisLabel: { color: ink, fontSize: 12, fontFamily: 'Inter Variable', hideOverlap: true, lineHeight: 15 },
      position: 'bottom',
      offset: 0,
      z: 3,
    },
    yAxis: {
      type: 'value',
      splitNumber: 4,
      splitLine: { lineStyle: { color: line } },
      axisLabel: {
        color: ink,
        fontSize: 12,
        fontFamily: 'Inter Variable',
        formatter: (value: number) => formatMoney(String(Math.round(value)), currency, { whole: true }),
      },
    },
    series: [
      bars('in', (month) => month.income, tone('--sw-bar-in')),
      bars('out', (month) => month.expense, tone('--sw-bar-out')),
      {
        type: 'scatter',
        name: 'Net',
        symbol: 'rect',
        symbolSize: [18, 3],
        cursor: 'pointer',
        itemStyle: { color: tone('--mantine-color-text') },
        data: months.map((month) => toDrawn(month.net)),
        z: 4,
      },
    ],
  }
}
