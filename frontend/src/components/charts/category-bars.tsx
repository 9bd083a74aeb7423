import type { ReactNode } from 'react'
import { useCategoryColour } from '@/lib/category-colours'
import { toDrawn } from '@/lib/money'
import classes from './category-bars.module.css'

export interface CategoryBar {
  category: number | null
  name: string
  /** Size of what was spent, as a decimal string without sign. */
  size: string
}

interface CategoryBarsProps {
  bars: readonly CategoryBar[]
  /** The name, usually a link to the rows behind the bar. */
  label: (bar: CategoryBar) => ReactNode
  /** The figure at the end of the bar. */
  figure: (bar: CategoryBar) => ReactNode
}

/** Horizontal bars from a zero line, each with its name and figure written on it; no legend, no axis to decode. */
export function CategoryBars({ bars, label, figure }: CategoryBarsProps) {
  const colourOf = useCategoryColour()
  const longest = Math.max(...bars.map(({ size }) => toDrawn(size)), 0)
  return (
    <ol className={classes['bars']}>
      {bars.map((bar) => (
        <li key={bar.category ?? 'none'} className={classes['row']}>
          <span className={classes['name']}>{label(bar)}</span>
          <span className={classes['track']} aria-hidden>
            <span
              className={classes['bar']}
              style={{
                inlineSize: `${longest > 0 ? Math.max(0.6, (toDrawn(bar.size) / longest) * 100) : 0}%`,
                background: colourOf(bar.category),
              }}
            />
          </span>
          <span className={classes['figure']}>{figure(bar)}</span>
        </li>
      ))}
    </ol>
  )
}
