import classes from './sparkline.module.css'

interface SparklineProps {
  /** Rounded numbers for drawing, oldest first, each with its place along the line (any unit). */
  points: readonly { at: number; value: number }[]
  /** A price holds until the next one; a score moves between its points. */
  isStepped?: boolean
  width?: number
  height?: number
}

const EDGE = 4

/** A small line without axes. What it says stands beside it in words, so it is hidden from screen readers. */
export function Sparkline({ points, isStepped = false, width = 96, height = 28 }: SparklineProps) {
  const [ats, values] = [points.map(({ at }) => at), points.map(({ value }) => value)]
  const last = points.at(-1)
  if (!last || points.length < 2) return null
  const x = scale(Math.min(...ats), Math.max(...ats), EDGE, width - EDGE)
  const y = scale(Math.min(...values), Math.max(...values), height - EDGE, EDGE)
  const path = points.map(({ at, value }, index) => {
    if (index === 0) return `M${x(at)} ${y(value)}`
    return isStepped ? `H${x(at)}V${y(value)}` : `L${x(at)} ${y(value)}`
  })
  return (
    <svg className={classes['line']} width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden>
      <path d={path.join('')} />
      <circle cx={x(last.at)} cy={y(last.value)} r={2.5} />
    </svg>
  )
}

/** All alike are drawn in the middle. */
function scale(low: number, high: number, from: number, to: number): (value: number) => string {
  return (value) => (high === low ? (from + to) / 2 : from + ((value - low) / (high - low)) * (to - from)).toFixed(1)
}
