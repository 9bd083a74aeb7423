import { Table, Text } from '@mantine/core'
import type { StatementImport } from '@/api/types'
import { Money } from '@/components/ui/money'
import { dayName } from '@/lib/period'
import classes from './preview-table.module.css'

/** The first lines as they would be booked. */
export function PreviewTable({ run }: { run: StatementImport }) {
  if (run.preview.length === 0) return null
  return (
    <div>
      <Table.ScrollContainer minWidth={520} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing={5} className={classes['table'] ?? ''}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={110}>Booked</Table.Th>
              <Table.Th>Counterparty and text</Table.Th>
              <Table.Th w={110}>State</Table.Th>
              <Table.Th w={130} ta="right">
                Amount
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {run.preview.map((line) => (
              <Table.Tr key={line.line} data-duplicate={line.is_duplicate || undefined}>
                <Table.Td className={classes['day'] ?? ''}>{dayName(line.booking_date, 'medium')}</Table.Td>
                <Table.Td className={classes['text'] ?? ''}>
                  {line.counterparty || line.description}
                  {line.counterparty && line.description ? <span className={classes['detail']}>{line.description}</span> : null}
                </Table.Td>
                <Table.Td>{line.is_duplicate ? 'already there' : 'new'}</Table.Td>
                <Table.Td ta="right">
                  <Money amount={line.amount} currency={line.currency} sign="always" weighIncoming />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {run.lines_found > run.preview.length ? (
        <Text size="xs" c="dimmed">
          The first {run.preview.length} of {run.lines_found} lines.
        </Text>
      ) : null}
    </div>
  )
}
