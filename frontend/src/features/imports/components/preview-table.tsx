import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import type { ImportRow, StatementImport } from '@/api/types'
import { Money } from '@/components/ui/money'
import { dayName } from '@/lib/period'
import { retold } from '@/lib/retold'
import { columnName } from '../lib/roles'
import { statusWords } from '../lib/status-words'
import classes from './preview-table.module.css'

/** The first lines as they would be booked, each head naming the columns of the file that it comes from. */
export function PreviewTable({ run }: { run: StatementImport }) {
  if (run.preview.length === 0) return null
  const readable = run.lines_found - run.lines_rejected
  return (
    <section aria-label={t`As it will be booked`}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col" className={classes['day']}>
              <Trans>Booked</Trans>
              <From run={run} roles={['booking_date']} />
            </th>
            <th scope="col">
              <Trans>Counterparty and text</Trans>
              <From run={run} roles={['counterparty', 'description']} />
            </th>
            <th scope="col" className={classes['state']}>
              <Trans>State</Trans>
            </th>
            <th scope="col" className={classes['amount']}>
              <Trans>Amount</Trans>
              <From run={run} roles={['amount', 'debit', 'credit', 'flag']} />
            </th>
          </tr>
        </thead>
        <tbody>
          {run.preview.map((row) => (
            <PreviewRow key={row.line} row={row} />
          ))}
        </tbody>
      </table>
      {readable > run.preview.length ? (
        <Text size="xs" c="dimmed" mt="xs">
          <Trans>The first {run.preview.length} of {plural(readable, { one: '# line', other: '# lines' })}.</Trans>
        </Text>
      ) : null}
    </section>
  )
}

function PreviewRow({ row }: { row: ImportRow }) {
  return (
    <tr data-status={row.status}>
      <td className={classes['day']}>{dayName(row.booking_date, 'medium')}</td>
      <td className={classes['text']} title={[row.counterparty, row.description].filter(Boolean).join(' · ')}>
        {row.counterparty || row.description || t`Without a text`}
        {row.counterparty && row.description ? <span className={classes['detail']}>{row.description}</span> : null}
      </td>
      <td className={classes['state']} title={retold(row.reason)}>
        {statusWords(row.status)}
      </td>
      <td className={classes['amount']}>
        <Money amount={row.amount} currency={row.currency} sign="always" weighIncoming />
      </td>
    </tr>
  )
}

function From({ run, roles }: { run: StatementImport; roles: readonly string[] }) {
  const names = run.columns.filter(({ role, table }) => table === 0 && roles.includes(role)).map(columnName)
  return names.length > 0 ? (
    <span className={classes['from']} title={names.join(' + ')}>
      <Trans>from {names.join(' + ')}</Trans>
    </span>
  ) : null
}
