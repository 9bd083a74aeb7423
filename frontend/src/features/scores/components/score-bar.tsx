import type { ScoreFigure } from '@/api/types'
import { scaleOf } from '../lib/score-words'
import classes from './scores.module.css'

/** A drawing only: everything it shows is written beside it. */
export function ScoreBar({ figure }: { figure: ScoreFigure }) {
  const { value, low, high, targets, baselines } = scaleOf(figure)
  return (
    <span className={classes['bar']} aria-hidden>
      {value === null ? null : <span className={classes['fill']} style={{ inlineSize: `${value}%` }} />}
      {low === null || high === null ? null : <span className={classes['range']} style={{ insetInlineStart: `${low}%`, inlineSize: `${Math.max(0.4, high - low)}%` }} />}
      {baselines.map((place, index) => (
        <span key={index} className={classes['tick']} style={{ insetInlineStart: `${place}%` }} />
      ))}
      {targets.map((place, index) => (
        <span key={index} className={classes['target']} style={{ insetInlineStart: `${place}%` }} />
      ))}
    </span>
  )
}
