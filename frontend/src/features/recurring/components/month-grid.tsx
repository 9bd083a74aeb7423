import { t } from '@lingui/core/macro'
import { Money } from '@/components/ui/money'
import { sumAmounts } from '@/lib/money'
import { monthName } from '@/lib/period'
import { weeksOf } from '../lib/month-grid'
import type { Due } from '../lib/series'
import classes from './month-grid.module.css'

const WEEKDAYS = [t`Mon`, t`Tue`, t`Wed`, t`Thu`, t`Fri`, t`Sat`, t`Sun`] as const

/** A month at a glance: what each day brings and takes, by currency. The list below it says what it is. */
export function MonthGrid({ month, due }: { month: string; due: readonly Due[] }) {
  return (
    <table className={classes['grid']} aria-label={t`${monthName(month)}, day by day`}>
      <thead>
        <tr>
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col">
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week, at) => (
          <tr key={at}>
            {week.map((day, place) => (
              <td key={day ?? place} data-due={due.some((one) => one.day === day) || undefined}>
                {day === null ? null : <Day day={day} due={due.filter((one) => one.day === day)} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Day({ day, due }: { day: string; due: readonly Due[] }) {
  const currencies = [...new Set(due.map(({ currency }) => currency))]
  return (
    <>
      <span className={classes['number']}>{Number(day.slice(8, 10))}</span>
      {currencies.map((currency) => (
        <span key={currency} className={classes['sum']}>
          <Money amount={sumAmounts(due.filter((one) => one.currency === currency).map(({ amount }) => amount))} currency={currency} sign="always" whole weighIncoming />
        </span>
      ))}
    </>
  )
}
