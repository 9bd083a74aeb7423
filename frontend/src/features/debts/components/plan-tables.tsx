import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Payoff, PayoffPlan } from '@/api/types'
import { Money } from '@/components/ui/money'
import { monthName } from '@/lib/period'
import { inSentence } from '@/lib/words'
import { ORDERS, spanWords } from '../lib/debt-words'
import classes from './debts.module.css'

/** One line a way. Tables that are wider than the page scroll by themselves, and can be reached by keyboard to do so. */
export function WaysTable({ payoff }: { payoff: Payoff }) {
  const { currency, plans, advised } = payoff
  return (
    <div className={classes['scroll']} role="region" aria-label={t`Ways to pay off, side by side`} tabIndex={0}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col"><Trans>Way</Trans></th>
            <th scope="col" className={classes['end']}>
              <Trans>Interest</Trans>
            </th>
            <th scope="col"><Trans>Takes</Trans></th>
            <th scope="col"><Trans>Free in</Trans></th>
            <th scope="col" className={classes['end']}>
              <Trans>Saves</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {plans.map((plan) => (
            <tr key={plan.order}>
              <th scope="row">
                {plan.order === advised ? t`${ORDERS[plan.order]} (advised)` : ORDERS[plan.order]}
              </th>
              <td className={classes['end']}>{plan.is_endless ? '–' : <Money amount={plan.interest} currency={currency} />}</td>
              <td>{plan.months === null ? t`never ends` : spanWords(plan.months)}</td>
              <td>{plan.free_on === null ? '–' : monthName(plan.free_on.slice(0, 7))}</td>
              <td className={classes['end']}>
                {plan.saved === null || plan.order === 'minimum' ? '–' : <Money amount={plan.saved} currency={currency} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Behind a button: the first months one by one, then a line a year. */
export function MonthTable({ plan, currency }: { plan: PayoffPlan; currency: string }) {
  const [isOpen, setOpen] = useState(false)
  const name = inSentence(ORDERS[plan.order])
  return (
    <div className={classes['months']}>
      <Button variant="subtle" size="compact-sm" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? t`Hide the months` : t`Month by month, ${name}`}
      </Button>
      {isOpen ? (
        <div className={classes['scroll']} role="region" aria-label={t`Month by month, ${name}`} tabIndex={0}>
          <table className={classes['table']}>
            <thead>
              <tr>
                <th scope="col"><Trans>Until</Trans></th>
                <th scope="col" className={classes['end']}>
                  <Trans>Paid</Trans>
                </th>
                <th scope="col" className={classes['end']}>
                  <Trans>Interest</Trans>
                </th>
                <th scope="col" className={classes['end']}>
                  <Trans>Still owed</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {plan.rows.map((row) => (
                <tr key={row.number}>
                  <th scope="row">{monthName(row.month.slice(0, 7))}</th>
                  {[row.paid, row.interest, row.owed].map((amount, at) => (
                    <td key={at} className={classes['end']}>
                      <Money amount={amount} currency={currency} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </div>
  )
}
