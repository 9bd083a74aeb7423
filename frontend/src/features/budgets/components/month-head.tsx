import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import type { BudgetMonth } from '@/api/types'
import { Money } from '@/components/ui/money'
import { WhatIs } from '@/components/ui/what-is'
import { signOf } from '@/lib/money'
import { monthName } from '@/lib/period'
import classes from './budgets.module.css'

interface MonthHeadProps {
  month: BudgetMonth
  onEnvelopes: () => void
}

/** The month in one sentence, and what is still to be assigned where envelopes are in use. */
export function MonthHead({ month, onEnvelopes }: MonthHeadProps) {
  return (
    <div className={classes['head']}>
      <Envelopes month={month} />
      <Sentence month={month} />
      <Group gap={4}>
        <Button size="compact-sm" variant="subtle" onClick={onEnvelopes}>
          {month.envelopes ? t`Change envelopes` : t`Budget in envelopes`}
        </Button>
        <WhatIs term="envelope" />
        <WhatIs term="pace" />
      </Group>
    </div>
  )
}

function Envelopes({ month: { envelopes, currency } }: { month: BudgetMonth }) {
  if (!envelopes) return null
  const isShort = signOf(envelopes.to_assign) < 0
  return (
    <div className={classes['assign']} data-short={isShort || undefined} role="status">
      <span className={classes['assignLabel']}>{isShort ? t`Given out more than there is` : t`To be assigned`}</span>
      <Money amount={envelopes.to_assign} currency={currency} large />
      <span className={classes['quiet']}>
        <Trans><Money amount={envelopes.in_hand} currency={currency} /> in hand since {monthName(envelopes.since)}, of which envelopes hold{' '}
        <Money amount={envelopes.held} currency={currency} />.</Trans>
      </span>
    </div>
  )
}

function Sentence({ month: { spending, currency, days_left: daysLeft } }: { month: BudgetMonth }) {
  return (
    <p className={classes['sentence']}>
      <Spent spending={spending} currency={currency} isOver={daysLeft === null} />{' '}
      {daysLeft !== null && spending.free !== null && spending.due !== null ? (
        <Free due={<Money amount={spending.due} currency={currency} />} free={<Money amount={spending.free} currency={currency} />} more={daysLeft - 1} />
      ) : null}
    </p>
  )
}

function Spent({ spending, currency, isOver }: { spending: BudgetMonth['spending']; currency: string; isOver: boolean }) {
  const [there, used] = [<Money key="there" amount={spending.available} currency={currency} />, <Money key="used" amount={spending.actual} currency={currency} />]
  const left = <Money amount={spending.left} currency={currency} sign={signOf(spending.left) < 0 ? 'never' : 'auto'} />
  if (signOf(spending.left) < 0)
    return isOver ? (
      <Trans>Of {there} there was for the month, {used} was spent and so {left} too much.</Trans>
    ) : (
      <Trans>Of {there} there is for the month, {used} is spent and so {left} too much.</Trans>
    )
  return isOver ? (
    <Trans>Of {there} there was for the month, {used} was spent; {left} was left.</Trans>
  ) : (
    <Trans>Of {there} there is for the month, {used} is spent; {left} is left.</Trans>
  )
}

/** `more`: days of the month after today. */
function Free({ due, free, more }: { due: ReactNode; free: ReactNode; more: number }) {
  if (more === 0) return <Trans>With {due} still due, {free} a day is free to spend today, the last day.</Trans>
  return <Trans>With {due} still due, {free} a day is free to spend, today and on the {plural(more, { one: '# day', other: '# days' })} after it.</Trans>
}
