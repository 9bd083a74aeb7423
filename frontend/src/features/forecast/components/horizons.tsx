import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import type { Forecast } from '@/api/types'
import { FactFigure } from '@/components/ui/facts'
import { Money } from '@/components/ui/money'
import { Section } from '@/components/ui/section'
import { dayName } from '@/lib/period'
import { SPAN_NAMES, SPANS } from '../lib/forecast'
import classes from './forecast.module.css'

interface HorizonsProps {
  forecast: Forecast
  horizons: Forecast['horizons']
  /** All accounts together, for which figures are stored. */
  isWhole: boolean
  isTrusted: boolean
}

/** 30, 60, 90 days and 12 months as figures, each with its evidence. */
export function Horizons({ forecast, horizons, isWhole, isTrusted }: HorizonsProps) {
  const { currency, facts } = forecast
  const figure = (amount: string, name: string) => {
    const fact = isWhole ? facts.find((one) => one.name === name && one.value === amount) : undefined
    const money = <Money amount={amount} currency={currency} />
    return fact ? <FactFigure fact={fact}>{money}</FactFigure> : money
  }
  return (
    <Section title={t`At a glance`}>
      <table className={classes['table']} data-breaks>
        <thead>
          <tr>
            <th scope="col"><Trans context="after so long">In</Trans></th>
            <th scope="col"><Trans>Most likely</Trans></th>
            <th scope="col"><Trans>Between</Trans></th>
          </tr>
        </thead>
        <tbody>
          {horizons.map(({ days, date, low, mid, high }) => (
            <tr key={days}>
              <th scope="row">
                {spanName(days)}
                <span className={classes['sub']}>{dayName(date, 'medium')}</span>
              </th>
              <td>{figure(mid, `day_${days}_mid`)}</td>
              <td>
                {isTrusted && low !== null && high !== null ? (
                  <>
                    <Trans>{figure(low, `day_${days}_low`)} and {figure(high, `day_${days}_high`)}</Trans>
                  </>
                ) : (
                  '–'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function spanName(days: number): string {
  const span = SPANS.find((one) => one === String(days))
  return span ? SPAN_NAMES[span] : plural(days, { one: '# day', other: '# days' })
}
