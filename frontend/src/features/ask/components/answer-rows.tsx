import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Answer } from '@/api/types'
import { Money } from '@/components/ui/money'
import { Section } from '@/components/ui/section'
import { dayName } from '@/lib/period'
import { count } from '@/lib/words'
import classes from './ask.module.css'

/** The first rows that the answer stands on, and the way to all of them. */
export function AnswerRows({ rows }: { rows: Answer['rows'] }) {
  if (rows.count === 0) return null
  return (
    <Section
      title={count(rows.count, 'transaction')}
      aside={
        // The rows of a payment that comes back are no search of that page.
        'q' in rows.search && (
          <Anchor component={Link} to="/transactions" search={rows.search as never} size="sm">
            Open in Transactions
          </Anchor>
        )
      }
    >
      <table className={classes['table']}>
        <caption className={classes['hidden']}>The transactions of this answer</caption>
        <thead>
          <tr>
            <th scope="col">Day and payee</th>
            <th scope="col" className={classes['wide']}>
              Category
            </th>
            <th scope="col">Amount</th>
          </tr>
        </thead>
        <tbody>
          {rows.results.map((row) => (
            <tr key={row.transaction}>
              <th scope="row">
                <span className={classes['what']}>{row.payee_name || row.description || 'No payee'}</span>
                <span className={classes['detail']}>
                  {dayName(row.booking_date)}, {row.account_name}
                </span>
              </th>
              <td className={classes['wide']}>{row.category_name}</td>
              <td>
                <Money amount={row.amount} currency={row.currency} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
