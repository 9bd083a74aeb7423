import { Text } from '@mantine/core'
import type { StatementImport } from '@/api/types'
import { Money } from '@/components/ui/money'
import { dayName } from '@/lib/period'
import classes from './preview-table.module.css'

/** The first lines as they would be booked. */
export function PreviewTable({ run }: { run: StatementImport }) {
  if (run.preview.length === 0) return null
  return (
    <div>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col" className={classes['day']}>
              Booked
            </th>
            <th scope="col">Counterparty and text</th>
            <th scope="col" className={classes['state']}>
              State
            </th>
            <th scope="col" className={classes['amount']}>
              Amount
            </th>
          </tr>
        </thead>
        <tbody>
          {run.preview.map((line) => (
            <tr key={line.line} data-duplicate={line.is_duplicate || undefined}>
              <td className={classes['day']}>{dayName(line.booking_date, 'medium')}</td>
              <td className={classes['text']}>
                {line.counterparty || line.description}
                {line.counterparty && line.description ? <span className={classes['detail']}>{line.description}</span> : null}
              </td>
              <td className={classes['state']}>{line.is_duplicate ? 'already there' : 'new'}</td>
              <td className={classes['amount']}>
                <Money amount={line.amount} currency={line.currency} sign="always" weighIncoming />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {readable > run.preview.length ? (
        <Text size="xs" c="dimmed" mt="xs">
          The first {run.preview.length} of {readable} lines.
        </Text>
      ) : null}
    </div>
  )
}
