import { plural } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Money } from '@/components/ui/money'
import { dayName, monthOf } from '@/lib/period'
import classes from './row-table.module.css'

export interface ProofRow {
  /** A transaction, or null for what is none (an opening balance). */
  transaction: number | null
  day: string | null
  title: string
  detail: string
  /** The whole amount, shown only where less than the whole of it counts. */
  whole: string | null
  counted: string
  running: string
}

interface RowTableProps {
  rows: readonly ProofRow[]
  currency: string
}

/** Rows are drawn in portions; a figure over ten thousand rows must not stop the page. */
const PORTION = 300

export function RowTable({ rows, currency }: RowTableProps) {
  const [shown, setShown] = useState(PORTION)
  return (
    <>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col" className={classes['day']}>
              <Trans>Booked</Trans>
            </th>
            <th scope="col"><Trans>Transaction</Trans></th>
            <th scope="col" className={classes['amount']}>
              <Trans>Counts</Trans>
            </th>
            <th scope="col" className={classes['amount']}>
              <Trans>Sum so far</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <EvidenceRow key={row.transaction ?? `opening ${row.detail}`} row={row} currency={currency} />
          ))}
        </tbody>
      </table>
      {rows.length > shown ? (
        <Button mt="xs" variant="default" size="xs" onClick={() => setShown(shown + PORTION)}>
          <Trans>Show more of {plural(rows.length, { one: '# row', other: '# rows' })}</Trans>
        </Button>
      ) : null}
    </>
  )
}

function EvidenceRow({ row, currency }: { row: ProofRow; currency: string }) {
  return (
    <tr>
      <td className={classes['day']}>{row.day ? dayName(row.day, 'medium') : ''}</td>
      <td className={classes['what']}>
        {row.transaction !== null && row.day !== null ? (
          <Link
            to="/transactions"
            search={{ period: monthOf(row.day), open: String(row.transaction) }}
            className={classes['link']}
          >
            {row.title}
          </Link>
        ) : (
          row.title
        )}
        <span className={classes['detail']}>
          {row.detail}
          {row.whole ? (
            <>
              {row.detail ? ' · ' : ''}
              <Trans>part of <Money amount={row.whole} currency={currency} /></Trans>
            </>
          ) : null}
        </span>
      </td>
      <td className={classes['amount']}>
        <Money amount={row.counted} currency={currency} />
      </td>
      <td className={classes['running']}>
        <Money amount={row.running} currency={currency} />
      </td>
    </tr>
  )
}
