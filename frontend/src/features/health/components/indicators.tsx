import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import type { HealthIndicator } from '@/api/types'
import { FactFigure } from '@/components/ui/facts'
import { Section } from '@/components/ui/section'
import { WhatIs } from '@/components/ui/what-is'
import { formatFact, percentName } from '@/lib/fact-value'
import { byPillar, indicatorWords, pillarName, VERDICTS } from '../lib/health-words'
import classes from './health.module.css'

/** Every indicator with its value, what it is made of, and a word on it; one without a value says what it needs. */
export function Indicators({ indicators }: { indicators: readonly HealthIndicator[] }) {
  return byPillar(indicators).map(({ key, indicators: members }) => (
    <Section key={key} title={key ? pillarName(key) : t`One by one`}>
      <ul className={classes['indicators']}>
        {members.map((one) => (
          <li key={one.key} className={classes['indicator']}>
            <Indicator indicator={one} />
          </li>
        ))}
      </ul>
    </Section>
  ))
}

function Indicator({ indicator }: { indicator: HealthIndicator }) {
  const { key, value, unit, verdict, missing, says, basis, points, weight, facts } = indicator
  const own = facts.find((fact) => fact.value === value && fact.unit === unit)
  const support = facts.filter((fact) => fact !== own && fact.unit !== 'points')
  const words = indicatorWords(key)
  return (
    <>
      <div className={classes['what']}>
        <span className={classes['term']}>
          <h3 className={classes['name']}>{words.name}</h3>
          {key.startsWith('savings_rate') ? <WhatIs term="savings-rate" /> : null}
        </span>
        <span className={classes['about']}>{missing ? t`Needs ${missing}.` : words.about || says}</span>
        {support.length > 0 ? (
          <span className={classes['about']}>
            {support.map((fact, index) => (
              <span key={fact.id}>
                {index > 0 ? ' · ' : ''}
                {fact.label} <FactFigure fact={fact} />
              </span>
            ))}
          </span>
        ) : null}
      </div>
      <span className={classes['value']}>
        {value === null ? '–' : own ? <FactFigure fact={own} /> : formatFact(value, unit)}
      </span>
      <span className={classes['judged']}>
        <span className={classes['verdict']} data-verdict={verdict} title={basis}>
          {verdict === 'none' && value !== null ? t`Not judged` : (VERDICTS[verdict] ?? verdict)}
        </span>
        {points === null ? null : (
          <span className={classes['points']}>
            <Trans>{Math.round(points)} points, counts {percentName(Math.round(weight * 100))}</Trans>
          </span>
        )}
      </span>
    </>
  )
}
