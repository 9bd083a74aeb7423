import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import type { CashDay, Forecast } from '@/api/types'
import { FactFigure } from '@/components/ui/facts'
import { Money } from '@/components/ui/money'
import { Note } from '@/components/ui/notes'
import { dayName } from '@/lib/period'
import { SPAN_NAMES, type Span } from '../lib/forecast'
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
        <Trans>In {SPAN_NAMES[span]} {name ?? t`your accounts`} will {isChange ? t`have gained` : t`hold`} about {proven(last.mid, `day_${span}_mid`)}</Trans>
        {start !== null && !isChange ? (
          <>
            <Trans>, from <Money amount={start} currency={currency} /> now</Trans>
          </>
        ) : null}
        .{' '}
        <span className={classes['then']}>
          <Trans>The lowest day is {dayName(lowest.date)} with {proven(lowest.mid, 'lowest_mid')}</Trans>
          {lowest.low !== null ? <><Trans>, {proven(lowest.low, 'lowest_low')} if it goes badly</Trans></> : null}
          {isChange ? t`, against now` : ''}.
        </span>
      </p>
      {name === null && shortfall !== null ? <Shortfall chance={shortfall} /> : null}
    </div>
  )
}

function Shortfall({ chance }: { chance: number }) {
  const percent = chance < 0.01 ? t`less than 1%` : `${Math.round(chance * 100)}%`
  if (chance < 0.05) return <Text c="dimmed"><Trans>The chance to fall below zero within a month is {percent}.</Trans></Text>
  return <Note><Trans>The chance to fall below zero within a month is {percent}. Move a payment, or put money aside.</Trans></Note>
}
