import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import type { HealthIndicator, HealthScore } from '@/api/types'
import { FactFigure } from '@/components/ui/facts'
import { Section } from '@/components/ui/section'
import { indicatorWords, signedPoints, waterfall, type Step } from '../lib/health-words'
import classes from './health.module.css'

interface WaterfallProps {
  change: number
  indicators: readonly HealthIndicator[]
  facts: HealthScore['facts']
}

/** Why the score moved: each indicator's points, one after the other, down to the whole change. */
export function Waterfall({ change, indicators, facts }: WaterfallProps) {
  const steps = waterfall(indicators)
  if (steps.length === 0) return null
  const edges = [0, change, ...steps.flatMap(({ from, to }) => [from, to])]
  const [low, high] = [Math.min(...edges), Math.max(...edges)]
  const whole: Step = { key: '', points: change, from: 0, to: change }
  return (
    <Section title={t`Why it moved`}>
      <table className={classes['waterfall']}>
        <thead className={classes['hidden']}>
          <tr>
            <th scope="col"><Trans>Indicator</Trans></th>
            <th scope="col"><Trans>Points</Trans></th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <Line key={step.key} name={indicatorWords(step.key).name} step={step} low={low} high={high} fact={facts.find(({ name }) => name === `${step.key}.contribution`)} />
          ))}
        </tbody>
        <tfoot>
          <Line name={t`Together`} step={whole} low={low} high={high} fact={facts.find(({ name }) => name === 'change')} />
        </tfoot>
      </table>
    </Section>
  )
}

interface LineProps {
  name: string
  step: Step
  low: number
  high: number
  fact: HealthScore['facts'][number] | undefined
}

function Line({ name, step, low, high, fact }: LineProps) {
  const place = (value: number): number => ((value - low) / (high - low || 1)) * 100
  const [left, right] = [Math.min(step.from, step.to), Math.max(step.from, step.to)]
  return (
    <tr>
      <th scope="row">
        {name}
        <span className={classes['lane']} aria-hidden>
          <span
            className={classes['step']}
            data-down={step.points < 0 || undefined}
            style={{ insetInlineStart: `${place(left)}%`, inlineSize: `${Math.max(0.8, place(right) - place(left))}%` }}
          />
        </span>
      </th>
      <td>{fact ? <FactFigure fact={fact}>{signedPoints(step.points)}</FactFigure> : signedPoints(step.points)}</td>
    </tr>
  )
}
