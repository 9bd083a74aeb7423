import { useContext } from 'react'
import { isAmount, negate, signOf, toDrawn } from '@/lib/money'
import { formatFact } from '@/lib/fact-value'
import type { Chart } from '../lib/document'
import { FactFigure, FactsContext } from './sentence'
import classes from './report-chart.module.css'

function sizeOf(value: string): string {
  return isAmount(value) && signOf(value) < 0 ? negate(value) : value
}

/** Bars from zero with their figures on them; the mark is what the figure is held against. */
export function ReportChart({ chart }: { chart: Chart }) {
  const values = chart.bars.flatMap(({ value, reference }) => (reference === null ? [value] : [value, reference]))
  const longest = Math.max(0, ...values.map((value) => toDrawn(sizeOf(value))))
  const share = (value: string): string => `${longest > 0 ? (toDrawn(sizeOf(value)) / longest) * 100 : 0}%`
  return (
    <figure className={classes['chart']}>
      <figcaption>
        <span className={classes['title']}>{chart.title}</span> <span className={classes['summary']}>{chart.summary}</span>
      </figcaption>
      <ul className={classes['bars']}>
        {chart.bars.map(({ label, value, fact, reference, reference_fact }) => (
          <li key={fact} className={classes['row']}>
            <span className={classes['label']}>{label}</span>
            <span className={classes['track']} aria-hidden>
              <span className={classes['bar']} style={{ inlineSize: share(value) }} />
              {reference !== null ? <span className={classes['mark']} style={{ insetInlineStart: share(reference) }} /> : null}
            </span>
            <span className={classes['figure']}>
              <FactFigure id={fact}>
                <FactText id={fact} value={value} />
              </FactFigure>
              {reference !== null && reference_fact !== null ? (
                <span className={classes['reference']}>
                  {chart.reference_title}{' '}
                  <FactFigure id={reference_fact}>
                    <FactText id={reference_fact} value={reference} />
                  </FactFigure>
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </figure>
  )
}

function FactText({ id, value }: { id: string; value: string }) {
  const unit = useContext(FactsContext).get(id)?.unit ?? 'text'
  return formatFact(sizeOf(value), unit)
}
