import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Answer } from '@/api/types'
import { Money } from '@/components/ui/money'
import { Section } from '@/components/ui/section'
import { dayName } from '@/lib/period'
import classes from './ask.module.css'

/** The first rows that the answer stands on, and the way to all of them. */
export function AnswerRows({ rows }: { rows: Answer['rows'] }) {
  if (rows.count === 0) return null
  return (
    <Section
      title={plural(rows.count, { one: '# transaction', other: '# transactions' })}
      aside={
        // The rows of a payment that comes back are no search of that page.
        'q' in rows.search && (
          <Anchor component={Link} to="/transactions" search={rows.search as never} size="sm">
            <Trans>Open in Transactions</Trans>
          </Anchor>
        )
      }
    >
      <table className={classes['table']}>
        <caption className={classes['hidden']}><Trans>The transactions of this answer</Trans></caption>
        <thead>
          <tr>
            <th scope="col"><Trans>Day and payee</Trans></th>
            <th scope="col" className={classes['wide']}>
              <Trans>Category</Trans>
            </th>
            <th scope="col"><Trans>Amount</Trans></th>
          </tr>
        </thead>
        <tbody>
          {rows.results.map((row) => (
            <tr key={row.transaction}>
              <th scope="row">
                <span className={classes['what']}>{row.payee_name || row.description || t`No payee`}</span>
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
