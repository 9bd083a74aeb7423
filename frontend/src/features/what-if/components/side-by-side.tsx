import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { SegmentedControl } from '@mantine/core'
import type { ScenarioTrial, Trial } from '@/api/types'
import { LinesChart } from '@/components/charts/lines-chart'
import { FactFigure } from '@/components/ui/facts'
import { Money } from '@/components/ui/money'
import { Note } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { dayName } from '@/lib/period'
import { SPANS, type Months } from '../lib/changes'
import classes from './what-if.module.css'

interface SideBySideProps {
  trial: Trial
  baseline: ScenarioTrial
  months: Months
  isTable: boolean
  nameOf: (scenario: ScenarioTrial) => string
  onMonths: (months: Months) => void
  onTable: (isTable: boolean) => void
}

/** The forecast and up to three scenarios as lines, the same as a table, and what makes up each difference. */
export function SideBySide({ trial, baseline, months, isTable, nameOf, onMonths, onTable }: SideBySideProps) {
  const { currency, scenarios, as_of: seen, start } = trial
  const lines = [
    line(t`As expected`, baseline, seen, start, true),
    ...scenarios.map((one) => line(nameOf(one), one, seen, start, false)),
  ]
  const days = [...(seen && start !== null ? [seen] : []), ...baseline.ends.map(({ date }) => date)]
  return (
    <>
      <Section
        title={t`Side by side`}
        aside={
          <SegmentedControl
            size="xs"
            aria-label={t`Drawn or month by month`}
            value={isTable ? 'table' : 'chart'}
            onChange={(value) => onTable(value === 'table')}
            data={[
              { value: 'chart', label: t`Chart` },
              { value: 'table', label: t`Table` },
            ]}
          />
        }
      >
        <div className={classes['choices']}>
          <SegmentedControl
            size="sm"
            aria-label={t`How far ahead`}
            value={months}
            onChange={(value) => onMonths(value)}
            data={SPANS.map((value) => ({ value, label: t`${value} months` }))}
          />
        </div>
        {isTable ? (
          <MonthsTable trial={trial} baseline={baseline} nameOf={nameOf} />
        ) : (
          <LinesChart label={t`Balance of all accounts at month ends, in ${currency}, by scenario`} days={days} lines={lines} currency={currency} />
        )}
        <Figures trial={trial} baseline={baseline} nameOf={nameOf} />
        <Trust trial={trial} />
      </Section>
    </>
  )
}

function line(name: string, one: ScenarioTrial, seen: string | null, start: string | null, isBaseline: boolean) {
  const first = seen && start !== null ? [start] : []
  const hasBand = one.ends.every(({ low, high }) => low !== null && high !== null)
  return {
    name,
    isBaseline,
    mids: [...first, ...one.ends.map(({ mid }) => mid)],
    band: hasBand
      ? { lows: [...first, ...one.ends.map(({ low, mid }) => low ?? mid)], highs: [...first, ...one.ends.map(({ high, mid }) => high ?? mid)] }
      : null,
  }
}

type Shared = Pick<SideBySideProps, 'trial' | 'baseline' | 'nameOf'>

/** A column a scenario: where it ends, its range, its lowest day, and what each change does. */
function Figures({ trial, baseline, nameOf }: Shared) {
  const { currency, scenarios, facts } = trial
  const every = [baseline, ...scenarios]
  const end = baseline.ends.at(-1)
  const known = (amount: string, names: readonly string[]) => {
    const fact = facts.find(({ name, value }) => names.includes(name) && value === amount)
    const money = <Money amount={amount} currency={currency} />
    return fact ? <FactFigure fact={fact}>{money}</FactFigure> : money
  }
  const at = (one: ScenarioTrial) => one.ends.at(-1)
  if (!end) return null
  return (
    <div className={classes['scroll']} role="region" aria-label={t`Scenarios side by side`} tabIndex={0} style={{ marginTop: 24 }}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col"><Trans>On {dayName(end.date, 'medium')}</Trans></th>
            <th scope="col"><Trans>As expected</Trans></th>
            {scenarios.map((one, index) => (
              <th key={index} scope="col">
                {nameOf(one)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr data-sum>
            <th scope="row"><Trans>Balance</Trans></th>
            {every.map((one, index) => (
              <td key={index}>{known(at(one)?.mid ?? '0', index === 0 ? ['day_365_mid'] : [])}</td>
            ))}
          </tr>
          <tr>
            <th scope="row"><Trans>Between</Trans></th>
            {every.map((one, index) => {
              const { low, high } = at(one) ?? { low: null, high: null }
              return (
                <td key={index}>
                  {low !== null && high !== null ? (
                    <>
                      <Trans><Money amount={low} currency={currency} /> and <Money amount={high} currency={currency} /></Trans>
                    </>
                  ) : (
                    '–'
                  )}
                </td>
              )
            })}
          </tr>
          <tr>
            <th scope="row"><Trans>Lowest day</Trans></th>
            {every.map((one, index) => (
              <td key={index}>
                {one.lowest ? (
                  <>
                    {known(one.lowest.mid, index === 0 ? ['lowest_mid'] : [])}
                    <span className={classes['sub']}>{dayName(one.lowest.date, 'medium')}</span>
                  </>
                ) : (
                  '–'
                )}
              </td>
            ))}
          </tr>
          <tr data-sum>
            <th scope="row">
              <Trans>Difference
              <span className={classes['sub']}>to what is expected, exact</span></Trans>
            </th>
            <td>–</td>
            {scenarios.map((one, index) => (
              <td key={index}>
                <Money amount={one.difference} currency={currency} sign="always" />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  )
}

/** Month by month: the balance of each, its band, and the difference below it. */
function MonthsTable({ trial, baseline, nameOf }: Shared) {
  const { currency, scenarios } = trial
  return (
    <div className={classes['scroll']} role="region" aria-label={t`Scenarios month by month`} tabIndex={0}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col"><Trans>At the end of</Trans></th>
            <th scope="col"><Trans>As expected</Trans></th>
            {scenarios.map((one, index) => (
              <th key={index} scope="col">
                {nameOf(one)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {baseline.ends.map((end, row) => (
            <tr key={end.date}>
              <th scope="row">{dayName(end.date, 'medium')}</th>
              <Cell end={end} currency={currency} />
              {scenarios.map((one, index) => {
                const mine = one.ends[row]
                return mine ? <Cell key={index} end={mine} currency={currency} isChanged /> : null
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ end, currency, isChanged = false }: { end: ScenarioTrial['ends'][number]; currency: string; isChanged?: boolean }) {
  return (
    <td>
      <Money amount={end.mid} currency={currency} />
      {end.low !== null && end.high !== null ? (
        <span className={classes['sub']}>
          <Trans><Money amount={end.low} currency={currency} /> to <Money amount={end.high} currency={currency} /></Trans>
        </span>
      ) : null}
      {isChanged ? (
        <span className={classes['sub']}>
          <Money amount={end.difference} currency={currency} sign="always" />
        </span>
      ) : null}
    </td>
  )
}

function Trust({ trial }: { trial: Trial }) {
  const { has_band: hasBand, backtest, as_of: seen, months } = trial
  const { coverage, windows, says } = backtest
  if (!hasBand) return <Note><Trans>{says} So we draw no band.</Trans></Note>
  const sentences = [
    ...(coverage !== null && windows > 0
      ? [t`Our 80% band held ${Math.round(coverage * windows)} of the ${plural(windows, { one: '# time', other: '# times' })} that we tried it on your own past.`]
      : []),
    ...(trial.is_change ? [t`No opening balance is known, so amounts are what is added.`] : []),
    t`A band moves with its line: what you plan makes the rest no more certain.`,
    ...(months > 12 ? [t`The second year repeats the first; its band goes on growing.`] : []),
    ...(seen ? [t`Seen up to ${dayName(seen)}.`] : []),
  ]
  return <p className={classes['quiet']}>{sentences.join(' ')}</p>
}
