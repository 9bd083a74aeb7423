import { lazy, Suspense, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { ChartOption } from './echart'
import classes from './month-chart.module.css'

const EChart = lazy(() => import('./echart').then((module) => ({ default: module.EChart })))

/** Which of `count` days is looked at: the last until one is pointed at, and never one that is not there. */
export function useDay(count: number) {
  const [at, setAt] = useState<number | null>(null)
  const within = (index: number): number => Math.max(0, Math.min(count - 1, index))
  return { index: within(at ?? count - 1), within, moveTo: (next: number) => setAt(within(next)), leave: () => setAt(null) }
}

interface DaySliderProps {
  label: string
  days: ReturnType<typeof useDay>
  count: number
  /** The day that is looked at and its amounts, for those who do not see them. */
  spoken: string
  option: ChartOption
  height: number
  /** A day was chosen, by click or Enter. */
  onPick?: (index: number) => void
  /** Days that Page Up and Page Down go over. */
  page?: number
  /** What is said below the drawing. */
  children: ReactNode
}

/** A drawing over days that the arrow keys walk through, with the chosen day's amounts below. */
export function DaySlider({ label, days, count, spoken, option, height, onPick, page, children }: DaySliderProps) {
  const { index, within, moveTo, leave } = days
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') onPick?.(index)
    const steps: Record<string, number> = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: count - 1 }
    if (page !== undefined) Object.assign(steps, { PageUp: index - page, PageDown: index + page })
    const next = steps[event.key]
    if (next === undefined) return
    event.preventDefault()
    moveTo(next)
  }
  return (
    <div>
      <div
        className={classes['chart']}
        tabIndex={0}
        role="slider"
        aria-label={label}
        aria-valuemin={1}
        aria-valuemax={count}
        aria-valuenow={index + 1}
        aria-valuetext={spoken}
        onKeyDown={onKeyDown}
        onMouseLeave={leave}
      >
        <Suspense fallback={<div style={{ height }} />}>
          <EChart option={option} height={height} onPoint={moveTo} onPick={(next) => (onPick ?? moveTo)(within(next))} />
        </Suspense>
      </div>
      <div className={classes['readout']}>{children}</div>
    </div>
  )
}
