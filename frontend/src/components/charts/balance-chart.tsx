import { useComputedColorScheme } from '@mantine/core'
import { useReducedMotion } from '@mantine/hooks'
import { lazy, Suspense, useMemo, useState, type KeyboardEvent } from 'react'
import { Money } from '@/components/ui/money'
import { formatMoney, toDrawn } from '@/lib/money'
import { dayName } from '@/lib/period'
import type { ChartOption } from './echart'
import classes from './month-chart.module.css'

const EChart = lazy(() => import('./echart').then((module) => ({ default: module.EChart })))

export interface BalancePoint {
  day: string
  balance: string
}

interface BalanceChartProps {
  label: string
  points: readonly BalancePoint[]
  currency: string
}

const HEIGHT = 220

/** A balance over time as steps of one line. Arrow keys move over the days; the line below says day and balance. */
export function BalanceChart({ label, points, currency }: BalanceChartProps) {
  const [at, setAt] = useState<number | null>(null)
  const scheme = useComputedColorScheme('light')
  const isStill = useReducedMotion()
  const index = Math.min(at ?? points.length - 1, points.length - 1)
  const current = points[index]
  const option = useMemo(() => drawing(points, currency, index, scheme, isStill), [points, currency, index, scheme, isStill])
  const moveTo = (next: number): void => setAt(Math.max(0, Math.min(points.length - 1, next)))
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Record<string, number> = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: points.length - 1 }
    const next = steps[event.key]
    if (next === undefined) return
    event.preventDefault()
    moveTo(next)
  }
  if (!current) return null
  return (
    <div>
      <div
        className={classes['chart']}
        tabIndex={0}
        role="slider"
        aria-label={label}
        aria-valuemin={1}
        aria-valuemax={points.length}
        aria-valuenow={index + 1}
        aria-valuetext={`${dayName(current.day, 'medium')}: ${formatMoney(current.balance, currency)}`}
        onKeyDown={onKeyDown}
        onMouseLeave={() => setAt(null)}
      >
        <Suspense fallback={<div style={{ height: HEIGHT }} />}>
          <EChart option={option} height={HEIGHT} onPoint={moveTo} onPick={moveTo} />
        </Suspense>
      </div>
      <div className={classes['readout']}>
        <span>{dayName(current.day, 'medium')}</span> <Money amount={current.balance} currency={currency} />
      </div>
    </div>
  )
}

function drawing(
  points: readonly BalancePoint[],
  currency: string,
  current: number,
  scheme: 'light' | 'dark',
  isStill: boolean,
): ChartOption {
  const styles = getComputedStyle(document.documentElement)
  const tone = (name: string): string => styles.getPropertyValue(name).trim() || (scheme === 'dark' ? '#9eaba7' : '#56635e')
  const [ink, line, accent] = [tone('--mantine-color-dimmed'), tone('--sw-line'), tone('--sw-accent')]
  const values = points.map(({ balance }) => toDrawn(balance))
  return {
    animation: !isStill,
    animationDuration: 260,
    grid: { left: 4, right: 8, top: 12, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: points.map(({ day }) => dayName(day, 'medium')),
      axisLine: { show: true, onZero: true, lineStyle: { color: ink, width: 1 } },
      axisTick: { show: false },
      axisLabel: { color: ink, fontSize: 12, fontFamily: 'Inter Variable', hideOverlap: true },
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
      {
        type: 'line',
        name: 'Balance',
        step: 'end',
        showSymbol: false,
        lineStyle: { color: accent, width: 2 },
        areaStyle: { color: accent, opacity: 0.08 },
        emphasis: { disabled: true },
        data: values,
      },
      {
        type: 'scatter',
        name: 'Day',
        symbolSize: 9,
        itemStyle: { color: accent },
        data: values.map((value, index) => (index === current ? value : '-')),
        z: 4,
      },
    ],
  }
}
