import { useComputedColorScheme } from '@mantine/core'
import { useReducedMotion } from '@mantine/hooks'
import { useMemo } from 'react'
import { Money } from '@/components/ui/money'
import { formatMoney, toDrawn } from '@/lib/money'
import { dayName } from '@/lib/period'
import { DaySlider, useDay } from './day-slider'
import type { ChartOption } from './echart'

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
  const scheme = useComputedColorScheme('light')
  const isStill = useReducedMotion()
  const chosen = useDay(points.length)
  const { index } = chosen
  const current = points[index]
  const option = useMemo(() => drawing(points, currency, index, scheme, isStill), [points, currency, index, scheme, isStill])
  if (!current) return null
  const spoken = `${dayName(current.day, 'medium')}: ${formatMoney(current.balance, currency)}`
  return (
    <DaySlider label={label} days={chosen} count={points.length} spoken={spoken} option={option} height={HEIGHT}>
      <span>{dayName(current.day, 'medium')}</span> <Money amount={current.balance} currency={currency} />
    </DaySlider>
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
