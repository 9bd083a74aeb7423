import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { CashDay, Forecast } from '@/api/types'
import { FactFigure } from '@/components/ui/facts'
import { Money } from '@/components/ui/money'
import { Note } from '@/components/ui/notes'
import { percentName } from '@/lib/fact-value'
import { dayName } from '@/lib/period'
import { SPAN_PHRASES, type Span } from '../lib/forecast'
import classes from './forecast.module.css'

interface HeadlineProps {
  forecast: Forecast
  /** Null for all accounts together. */
  name: string | null
  start: string | null
  lowest: CashDay | null
  days: readonly CashDay[]
  span: Span
}

/** Where it goes, and its lowest day, in two sentences. */
export function Headline({ forecast, name, start, lowest, days, span }: HeadlineProps) {
  const { currency, facts, shortfall, is_change: isChange } = forecast
  const last = days.at(-1)
  if (!last || !lowest) return null
  const proven = (amount: string, fact: string) => {
    const found = name === null ? facts.find((one) => one.name === fact && one.value === amount) : undefined
    const money = <Money amount={amount} currency={currency} />
    return found ? <FactFigure fact={found}>{money}</FactFigure> : money
  }
  return (
    <div>
      <p className={classes['headline']}>
        <Then
          phrase={SPAN_PHRASES[span]}
          name={name}
          amount={proven(last.mid, `day_${span}_mid`)}
          now={start === null ? null : <Money amount={start} currency={currency} />}
          isChange={isChange}
        />{' '}
        <span className={classes['then']}>
          <Lowest
            day={dayName(lowest.date)}
            least={proven(lowest.mid, 'lowest_mid')}
            worst={lowest.low === null ? null : proven(lowest.low, 'lowest_low')}
            isChange={isChange}
          />
        </span>
      </p>
      {name === null && shortfall !== null ? <Shortfall chance={shortfall} /> : null}
    </div>
  )
}

interface ThenProps {
  phrase: string
  name: string | null
  amount: ReactNode
  now: ReactNode
  isChange: boolean
}

function Then({ phrase, name, amount, now, isChange }: ThenProps) {
  if (isChange)
    return name === null ? <Trans>{phrase} your accounts will have gained about {amount}.</Trans> : <Trans>{phrase} {name} will have gained about {amount}.</Trans>
  if (now === null) return name === null ? <Trans>{phrase} your accounts will hold about {amount}.</Trans> : <Trans>{phrase} {name} will hold about {amount}.</Trans>
  return name === null ? (
    <Trans>{phrase} your accounts will hold about {amount}, from {now} now.</Trans>
  ) : (
    <Trans>{phrase} {name} will hold about {amount}, from {now} now.</Trans>
  )
}

function Lowest({ day, least, worst, isChange }: { day: string; least: ReactNode; worst: ReactNode; isChange: boolean }) {
  if (worst === null) return isChange ? <Trans>The lowest day is {day} with {least}, against now.</Trans> : <Trans>The lowest day is {day} with {least}.</Trans>
  return isChange ? (
    <Trans>The lowest day is {day} with {least}, {worst} if it goes badly, against now.</Trans>
  ) : (
    <Trans>The lowest day is {day} with {least}, {worst} if it goes badly.</Trans>
  )
}

function Shortfall({ chance }: { chance: number }) {
  const percent = chance < 0.01 ? t`less than 1%` : percentName(Math.round(chance * 100))
  if (chance < 0.05) return <Text c="dimmed"><Trans>The chance to fall below zero within a month is {percent}.</Trans></Text>
  return <Note><Trans>The chance to fall below zero within a month is {percent}. Move a payment, or put money aside.</Trans></Note>
}
