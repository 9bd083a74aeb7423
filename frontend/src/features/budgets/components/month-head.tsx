import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group } from '@mantine/core'
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
  const isOver = signOf(spending.left) < 0
  return (
    <p className={classes['sentence']}>
      <Trans>Of <Money amount={spending.available} currency={currency} /> there {daysLeft === null ? t`was` : t`is`} for the month,{' '}
      <Money amount={spending.actual} currency={currency} /> {daysLeft === null ? t`was` : t`is`} spent</Trans>
      {isOver ? (
        <>
          {' '}
          <Trans>and so <Money amount={spending.left} currency={currency} sign="never" /> too much.</Trans>
        </>
      ) : (
        <>
          <Trans>; <Money amount={spending.left} currency={currency} /> {daysLeft === null ? t`was` : t`is`} left.</Trans>
        </>
      )}{' '}
      {daysLeft !== null && spending.free !== null && spending.due !== null ? (
        <>
          <Trans>With <Money amount={spending.due} currency={currency} /> still due, <Money amount={spending.free} currency={currency} /> a day{' '}
          {daysLeft === 1 ? t`is free to spend today, the last day.` : t`is free to spend, today and on the ${plural(daysLeft - 1, { one: '# day', other: '# days' })} after it.`}</Trans>
        </>
      ) : null}
    </p>
  )
}
