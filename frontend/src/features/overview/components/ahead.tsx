import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { adviceShownQuery, forecastQuery, insightsOpenQuery, seriesQuery } from '@/api/findings'
import type { Advice, Forecast, Insight, Series } from '@/api/types'
import { FactFigure } from '@/components/ui/facts'
import { Money } from '@/components/ui/money'
import { toDecide, waits } from '@/lib/findings'
import { lowestOf } from '@/lib/lowest'
import { dayName } from '@/lib/period'
import { nextDue } from '../lib/ahead'
import classes from './ahead.module.css'

const MOST = 3
const DAYS = 30

/** What comes, what is worth a look, what to do: three short columns, each the door to its page. */
export function Ahead() {
  const forecast = useQuery(forecastQuery())
  const series = useQuery(seriesQuery)
  const insights = useQuery(insightsOpenQuery)
  const advice = useQuery(adviceShownQuery)
  const isPending = forecast.isPending || series.isPending || insights.isPending || advice.isPending
  if (isPending) return <div className={classes['waiting']} aria-busy="true" />
  const noticed = (insights.data ?? []).filter(waits)
  const pieces = toDecide(advice.data ?? [])
  const days = forecast.data?.daily ?? []
  // Before the first analysis there is nothing to say, and each page behind this says so itself.
  if (days.length === 0 && noticed.length === 0 && pieces.length === 0) return null
  return (
    <div className={classes['ahead']}>
      {forecast.data && days.length > 0 ? <NextDays forecast={forecast.data} series={series.data ?? []} /> : null}
      {insights.data ? <WorthALook insights={noticed} /> : null}
      {advice.data ? <WhatToDo advice={pieces} /> : null}
    </div>
  )
}

function Card({ title, to, children }: { title: string; to: '/plan/forecast' | '/advice/insights' | '/advice'; children: ReactNode }) {
  return (
    <section className={classes['card']} aria-label={title}>
      <h2 className={classes['title']}>
        <Link to={to} className={classes['door']}>
          {title}
        </Link>
      </h2>
      {children}
    </section>
  )
}

function NextDays({ forecast, series }: { forecast: Forecast; series: readonly Series[] }) {
  const { currency, facts } = forecast
  const lowest = lowestOf(forecast.daily.slice(0, DAYS))
  const due = nextDue(forecast.payments, series).slice(0, MOST)
  const fact = lowest ? facts.find(({ name, value }) => name === 'lowest_mid' && value === lowest.mid) : undefined
  const lowestDay = lowest ? dayName(lowest.date, 'short') : ''
  const money = lowest ? <Money amount={lowest.mid} currency={currency} /> : null
  const least = fact ? <FactFigure fact={fact}>{money}</FactFigure> : money
  return (
    <Card title={t`Next 30 days`} to="/plan/forecast">
      {lowest ? (
        <p className={classes['line']}>
          <Trans>
            Lowest on {lowestDay}: <strong>{least}</strong>
          </Trans>
        </p>
      ) : null}
      <ul className={classes['list']}>
        {due.map(({ day, amount, label, id }) => (
          <li key={`${day} ${id}`}>
            <Link to="/plan/recurring" search={{ open: String(id) }} className={classes['row']}>
              <span className={classes['day']}>{dayName(day, 'short')}</span>
              <span className={classes['name']}>{label}</span>
              <Money amount={amount} currency={currency} sign="always" weighIncoming />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function WorthALook({ insights }: { insights: readonly Insight[] }) {
  return (
    <Card title={t`Worth a look`} to="/advice/insights">
      <p className={classes['line']}>{insights.length === 0 ? t`Nothing stands out.` : plural(insights.length, { one: '# thing to look at', other: '# things to look at' })}</p>
      <ul className={classes['list']}>
        {insights.slice(0, MOST).map(({ id, title, amount, currency }) => (
          <li key={id}>
            <Link to="/advice/insights" search={{ open: String(id) }} className={classes['row']} data-wraps>
              <span className={classes['name']}>{title}</span>
              <Money amount={amount} currency={currency} sign="always" weighIncoming />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function WhatToDo({ advice }: { advice: readonly Advice[] }) {
  return (
    <Card title={t`Advice`} to="/advice">
      <p className={classes['line']}>{advice.length === 0 ? t`Nothing to do just now.` : plural(advice.length, { one: '# thing to do', other: '# things to do, the most useful first' })}</p>
      <ul className={classes['list']}>
        {advice.slice(0, MOST).map(({ id, title, saving, currency, urgency }) => (
          <li key={id}>
            <Link to="/advice" className={classes['row']} data-tall>
              <span className={classes['name']}>{title}</span>
              {saving ? (
                <span className={classes['gain']}>
                  <Money amount={saving.low} currency={currency} whole />
                  {saving.low === saving.high ? null : (
                    <>
                      {' – '}
                      <Money amount={saving.high} currency={currency} whole />
                    </>
                  )}{' '}
                  <Trans>a year</Trans>
                </span>
              ) : urgency > 0 ? (
                <span className={classes['gain']}><Trans>less risk</Trans></span>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
