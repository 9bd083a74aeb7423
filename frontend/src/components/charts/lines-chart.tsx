import { useComputedColorScheme } from '@mantine/core'
import { useReducedMotion } from '@mantine/hooks'
import { useMemo } from 'react'
import { Money } from '@/components/ui/money'
import { formatMoney, toDrawn } from '@/lib/money'
import { dayName, shortMonth } from '@/lib/period'
import { DaySlider, useDay } from './day-slider'
import type { ChartOption } from './echart'

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
  const scheme = useComputedColorScheme('light')
  const isStill = useReducedMotion()
  const chosen = useDay(days.length)
  const { index } = chosen
  const option = useMemo(() => drawing(days, lines, currency, index, scheme, isStill), [days, lines, currency, index, scheme, isStill])
  const day = days[index]
  if (day === undefined) return null
  const spoken = `${dayName(day, 'medium')}: ${lines.map(({ name, mids }) => `${name} ${formatMoney(mids[index] ?? '0', currency)}`).join(', ')}`
  return (
    <DaySlider label={label} days={chosen} count={days.length} spoken={spoken} option={option} height={HEIGHT} {...(onPick && { onPick })}>
      <span>{dayName(day, 'medium')}</span>
      {lines.map(({ name, mids }) => (
        <span key={name}>
          {name} <Money amount={mids[index] ?? '0'} currency={currency} />
        </span>
      ))}
    </DaySlider>
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
    grid: { left: 4, right: 120, top: 16, bottom: 4, containLabel: true },
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
          endLabel: { show: true, color: isBaseline ? ink : text, fontSize: 12, fontFamily: 'Inter Variable', formatter: name, offset: [0, (rank(index) - (lines.length - 1) / 2) * 14], width: 112, overflow: 'truncate' as const },
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
