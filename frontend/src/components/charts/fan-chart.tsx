import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useComputedColorScheme } from '@mantine/core'
import { useReducedMotion } from '@mantine/hooks'
import { useMemo } from 'react'
import { Money } from '@/components/ui/money'
import { formatMoney, toDrawn } from '@/lib/money'
import { dayName, shortMonth } from '@/lib/period'
import { DaySlider, useDay } from './day-slider'
import type { ChartOption } from './echart'

export interface FanPoint {
  day: string
  mid: string
  /** Null where no band can be given. */
  low: string | null
  high: string | null
}

interface FanChartProps {
  label: string
  points: readonly FanPoint[]
  currency: string
  /** The day with the least, marked and named in the drawing. */
  lowest: string | null
}

const HEIGHT = 280
const WEEK = 7
/** From so many days on the axis names months. */
const LONG = 120

/** What is to come as a line in its band. Arrow keys move over the days; the line below says day, amount and band. */
export function FanChart({ label, points, currency, lowest }: FanChartProps) {
  const scheme = useComputedColorScheme('light')
  const isStill = useReducedMotion()
  const chosen = useDay(points.length)
  const { index } = chosen
  const current = points[index]
  const option = useMemo(
    () => drawing(points, currency, index, lowest, scheme, isStill),
    [points, currency, index, lowest, scheme, isStill],
  )
  if (!current) return null
  return (
    <DaySlider label={label} days={chosen} count={points.length} spoken={spoken(current, currency)} option={option} height={HEIGHT} page={WEEK}>
      <span>{dayName(current.day, 'medium')}</span> <Money amount={current.mid} currency={currency} />
      {current.low !== null && current.high !== null ? (
        <span>
          <Trans>between <Money amount={current.low} currency={currency} /> and <Money amount={current.high} currency={currency} /></Trans>
        </span>
      ) : null}
    </DaySlider>
  )
}

function spoken({ day, mid, low, high }: FanPoint, currency: string): string {
  const [date, most] = [dayName(day, 'medium'), formatMoney(mid, currency)]
  if (low === null || high === null) return `${date}: ${most}`
  const [least, best] = [formatMoney(low, currency), formatMoney(high, currency)]
  return t`${date}: ${most}, between ${least} and ${best}`
}

function drawing(
  points: readonly FanPoint[],
  currency: string,
  current: number,
  lowest: string | null,
  scheme: 'light' | 'dark',
  isStill: boolean,
): ChartOption {
  const styles = getComputedStyle(document.documentElement)
  const tone = (name: string): string => styles.getPropertyValue(name).trim() || (scheme === 'dark' ? '#9eaba7' : '#56635e')
  const [ink, line, accent, text] = [tone('--mantine-color-dimmed'), tone('--sw-line'), tone('--sw-accent'), tone('--mantine-color-text')]
  const label = { color: ink, fontSize: 12, fontFamily: 'Inter Variable' }
  const whole = (value: number): string => formatMoney(String(Math.round(value)), currency, { whole: true })
  const place = points.findIndex(({ day }) => day === lowest) / Math.max(1, points.length - 1)
  const lows = points.map(({ low, mid }) => toDrawn(low ?? mid))
  const band = { type: 'line' as const, stack: 'band', stackStrategy: 'all' as const, step: 'end' as const, showSymbol: false, silent: true, lineStyle: { opacity: 0 } }
  const only = (is: (point: FanPoint, index: number) => boolean) => points.map((point, index) => (is(point, index) ? toDrawn(point.mid) : '-'))
  return {
    animation: !isStill,
    animationDuration: 260,
    grid: { left: 4, right: 12, top: 24, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: points.map(({ day }) => (points.length > LONG ? `${shortMonth(day)} ${day.slice(0, 4)}` : dayName(day, 'short'))),
      axisLine: { show: true, onZero: false, lineStyle: { color: ink, width: 1 } },
      axisTick: { show: false },
      axisLabel: { ...label, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      scale: true,
      splitNumber: 4,
      splitLine: { lineStyle: { color: line } },
      axisLabel: { ...label, formatter: whole },
    },
    series: [
      { ...band, name: 'Low', data: lows },
      {
        ...band,
        name: 'Band',
        areaStyle: { color: accent, opacity: scheme === 'dark' ? 0.22 : 0.14 },
        data: points.map(({ high, mid }, index) => toDrawn(high ?? mid) - (lows[index] ?? 0)),
      },
      {
        type: 'line',
        name: 'Most likely',
        step: 'end',
        showSymbol: false,
        lineStyle: { color: accent, width: 2 },
        emphasis: { disabled: true },
        data: points.map(({ mid }) => toDrawn(mid)),
      },
      {
        type: 'scatter',
        name: 'Lowest',
        symbolSize: 9,
        itemStyle: { color: tone('--sw-surface'), borderColor: accent, borderWidth: 2 },
        label: {
          show: true,
          position: 'bottom',
          // Near an edge it is written towards the middle, so that it is never cut off.
          align: place > 0.75 ? 'right' : place < 0.25 ? 'left' : 'center',
          color: text,
          fontSize: 12,
          fontFamily: 'Inter Variable',
          formatter: ({ value }) => t`lowest ${whole(Number(value))}`,
        },
        data: only(({ day }) => day === lowest),
        z: 4,
      },
      { type: 'scatter', name: 'Day', symbolSize: 9, itemStyle: { color: accent }, data: only((_, index) => index === current), z: 5 },
    ],
  }
}
