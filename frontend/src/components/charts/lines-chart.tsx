import { useComputedColorScheme } from '@mantine/core'
import { useReducedMotion } from '@mantine/hooks'
import { lazy, Suspense, useMemo, useState, type KeyboardEvent } from 'react'
import { Money } from '@/components/ui/money'
import { formatMoney, toDrawn } from '@/lib/money'
import { dayName, shortMonth } from '@/lib/period'
import type { ChartOption } from './echart'
import classes from './month-chart.module.css'

const EChart = lazy(() => import('./echart').then((module) => ({ default: module.EChart })))

export interface DrawnLine {
  name: string
  /** One a day, in the order of the days. */
  mids: readonly string[]
  /** Drawn around this line; null where no band can be given. */
  band: { lows: readonly string[]; highs: readonly string[] } | null
  isBaseline?: boolean
}

interface LinesChartProps {
  label: string
  days: readonly string[]
  lines: readonly DrawnLine[]
  currency: string
  /** A day was chosen, by click or Enter. */
  onPick?: (index: number) => void
}

const HEIGHT = 320
const DASHES: readonly ('solid' | number[])[] = ['solid', [8, 4], [2, 3]]

/** Lines that name themselves at their ends. Arrow keys move over the days; what is said below is every line's amount. */
export function LinesChart({ label, days, lines, currency, onPick }: LinesChartProps) {
  const [at, setAt] = useState<number | null>(null)
  const scheme = useComputedColorScheme('light')
  const isStill = useReducedMotion()
  const last = days.length - 1
  const index = Math.max(0, Math.min(at ?? last, last))
  const option = useMemo(() => drawing(days, lines, currency, index, scheme, isStill), [days, lines, currency, index, scheme, isStill])
  const moveTo = (next: number): void => setAt(Math.max(0, Math.min(last, next)))
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') onPick?.(index)
    const steps: Record<string, number> = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: last }
    const next = steps[event.key]
    if (next === undefined) return
    event.preventDefault()
    moveTo(next)
  }
  const day = days[index]
  if (day === undefined) return null
  return (
    <div>
      <div
        className={classes['chart']}
        tabIndex={0}
        role="slider"
        aria-label={label}
        aria-valuemin={1}
        aria-valuemax={days.length}
        aria-valuenow={index + 1}
        aria-valuetext={`${dayName(day, 'medium')}: ${lines.map(({ name, mids }) => `${name} ${formatMoney(mids[index] ?? '0', currency)}`).join(', ')}`}
        onKeyDown={onKeyDown}
        onMouseLeave={() => setAt(null)}
      >
        <Suspense fallback={<div style={{ height: HEIGHT }} />}>
          <EChart option={option} height={HEIGHT} onPoint={moveTo} onPick={(next) => (onPick ?? moveTo)(Math.max(0, Math.min(last, next)))} />
        </Suspense>
      </div>
      <div className={classes['readout']}>
        <span>{dayName(day, 'medium')}</span>
        {lines.map(({ name, mids }) => (
          <span key={name}>
            {name} <Money amount={mids[index] ?? '0'} currency={currency} />
          </span>
        ))}
      </div>
    </div>
  )
}

function drawing(
  days: readonly string[],
  lines: readonly DrawnLine[],
  currency: string,
  current: number,
  scheme: 'light' | 'dark',
  isStill: boolean,
): ChartOption {
  const styles = getComputedStyle(document.documentElement)
  const tone = (name: string): string => styles.getPropertyValue(name).trim() || (scheme === 'dark' ? '#9eaba7' : '#56635e')
  const [ink, line, accent, text] = [tone('--mantine-color-dimmed'), tone('--sw-line'), tone('--sw-accent'), tone('--mantine-color-text')]
  const label = { color: ink, fontSize: 12, fontFamily: 'Inter Variable' }
  const hidden = { type: 'line' as const, stack: 'band', stackStrategy: 'all' as const, showSymbol: false, silent: true, lineStyle: { opacity: 0 } }
  const banded = [...lines].reverse().find(({ band }) => band !== null)?.band ?? null
  const lows = banded?.lows.map(toDrawn) ?? []
  const ends = lines.map(({ mids }) => toDrawn(mids.at(-1) ?? '0'))
  // Lines that end close to each other would write over each other: each label moves a line apart, by its rank.
  const rank = (index: number): number => ends.filter((end, other) => end > (ends[index] ?? 0) || (end === ends[index] && other < index)).length
  let drawn = 0
  return {
    animation: !isStill,
    animationDuration: 260,
    grid: { left: 4, right: 108, top: 16, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: days.map((day) => `${shortMonth(day)} ${day.slice(0, 4)}`),
      axisLine: { show: true, onZero: false, lineStyle: { color: ink, width: 1 } },
      axisTick: { show: false },
      axisLabel: { ...label, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      scale: true,
      splitNumber: 4,
      splitLine: { lineStyle: { color: line } },
      axisLabel: { ...label, formatter: (value: number) => formatMoney(String(Math.round(value)), currency, { whole: true }) },
    },
    series: [
      ...(banded
        ? [
            { ...hidden, name: 'Low', data: lows },
            {
              ...hidden,
              name: 'Band',
              areaStyle: { color: accent, opacity: scheme === 'dark' ? 0.22 : 0.14 },
              data: banded.highs.map((high, index) => toDrawn(high) - (lows[index] ?? 0)),
            },
          ]
        : []),
      ...lines.map(({ name, mids, isBaseline }, index) => {
        const dash = isBaseline ? 'solid' : DASHES[drawn++ % DASHES.length]
        return {
          type: 'line' as const,
          name,
          showSymbol: false,
          lineStyle: { color: isBaseline ? ink : accent, width: 2, type: dash ?? ('solid' as const) },
          itemStyle: { color: isBaseline ? ink : accent },
          emphasis: { disabled: true },
          endLabel: { show: true, color: isBaseline ? ink : text, fontSize: 12, fontFamily: 'Inter Variable', formatter: name, offset: [0, (rank(index) - (lines.length - 1) / 2) * 14], width: 100, overflow: 'truncate' as const },
          data: mids.map(toDrawn),
        }
      }),
      {
        type: 'scatter',
        name: 'Day',
        symbolSize: 8,
        itemStyle: { color: accent },
        data: lines.map(({ mids }) => [current, toDrawn(mids[current] ?? '0')]),
        z: 5,
      },
    ],
  }
}
