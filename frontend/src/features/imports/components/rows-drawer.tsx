import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Drawer, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { StatementImport } from '@/api/types'
import { Money } from '@/components/ui/money'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { sumAmounts } from '@/lib/money'
import { dayName } from '@/lib/period'
import { useLast } from '@/lib/use-last'
import { retold } from '@/lib/retold'
import { linesQuery } from '../api/imports'
import { statusWords } from '../lib/status-words'
import classes from './rows-drawer.module.css'

export interface RowsShown {
  title: string
  /** Only the lines in this state; "" shows all. */
  status: string
}

interface Row {
  line: number
  booking_date: string | null
  amount: string
  currency: string
  counterparty: string
  description: string
  status: string
  reason: string
}

interface RowsDrawerProps {
  run: StatementImport
  shown: RowsShown | null
  onClose: () => void
}

/** The lines behind a figure, with their running sum. */
export function RowsDrawer({ run, shown, onClose }: RowsDrawerProps) {
  const isPhone = useMediaQuery('(max-width: 48em)')
  const last = useLast(shown)
  return (
    <Drawer
      opened={shown !== null}
      onClose={onClose}
      size={isPhone ? '100%' : 600}
      title={last?.title ?? t`Lines`}
      closeButtonProps={{ 'aria-label': t`Close the evidence` }}
    >
      {last === null ? null : run.certificate ? (
        <StoredRows run={run} status={last.status} />
      ) : (
        <PreviewRows run={run} status={last.status} />
      )}
    </Drawer>
  )
}

function PreviewRows({ run, status }: { run: StatementImport; status: string }) {
  const source = status === 'duplicate' || status === 'review' ? run.duplicates : run.preview
  const rows = source.filter((row) => status === '' || row.status === status || (status === 'duplicate' && row.status === 'merge'))
  const isPart = source === run.preview && run.lines_found - run.lines_rejected > run.preview.length
  return (
    <>
      <RowList rows={rows} />
      {isPart ? (
        <Text size="sm" c="dimmed" mt="sm">
          <Trans>From the first {run.preview.length} lines of the file. All of them are listed here once they are imported.</Trans>
        </Text>
      ) : null}
    </>
  )
}

function StoredRows({ run, status }: { run: StatementImport; status: string }) {
  const lines = useInfiniteQuery(linesQuery(run.id, status === 'duplicate' ? status : status === '' ? '' : 'booked'))
  if (lines.isPending) return <RowSkeletons rows={10} />
  if (lines.isError)
    return <ErrorNote what={t`The lines could not be loaded`} error={lines.error} onRetry={() => void lines.refetch()} />
  return (
    <>
      <RowList rows={lines.data.pages.flatMap(({ results }) => results)} />
      {lines.hasNextPage ? (
        <Button mt="sm" size="sm" variant="default" loading={lines.isFetchingNextPage} onClick={() => void lines.fetchNextPage()}>
          <Trans>Show more lines</Trans>
        </Button>
      ) : null}
    </>
  )
}

/** The sum so far behind every row; exact, in the one currency of the rows. */
function runningSums(rows: readonly Row[]): string[] {
  let sum = '0'
  return rows.map(({ amount }) => (sum = sumAmounts([sum, amount || '0'])))
}

function RowList({ rows }: { rows: readonly Row[] }) {
  if (rows.length === 0) return <Text c="dimmed"><Trans>No such lines.</Trans></Text>
  const currencies = new Set(rows.map(({ currency }) => currency))
  const sums = currencies.size === 1 ? runningSums(rows) : null
  const total = sums?.at(-1)
  return (
    <table className={classes['rows']}>
      <thead>
        <tr>
          <th scope="col"><Trans>Line</Trans></th>
          <th scope="col"><Trans>Booked</Trans></th>
          <th scope="col"><Trans>Who and what</Trans></th>
          <th scope="col" data-number>
            <Trans>Amount</Trans>
          </th>
          {sums ? (
            <th scope="col" data-number data-wide>
              <Trans>Sum so far</Trans>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={`${row.line}-${index}`}>
            <td>{row.line}</td>
            <td>{row.booking_date ? dayName(row.booking_date, 'short') : ''}</td>
            <td className={classes['text']}>
              {row.counterparty || row.description}
              {row.status === 'new' || row.status === 'booked' ? null : <span className={classes['state']}>{retold(row.reason) || statusWords(row.status)}</span>}
            </td>
            <td data-number>{row.amount ? <Money amount={row.amount} currency={row.currency} /> : ''}</td>
            {sums ? (
              <td data-number data-wide>
                <Money amount={sums[index] ?? '0'} currency={row.currency} />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
      {total !== undefined ? (
        <tfoot>
          <tr>
            <td colSpan={3}><Trans>{plural(rows.length, { one: '# row', other: '# rows' })} make</Trans></td>
            <td data-number>
              <Money amount={total} currency={rows[0]?.currency ?? ''} />
            </td>
            <td data-wide />
          </tr>
        </tfoot>
      ) : null}
    </table>
  )
}
