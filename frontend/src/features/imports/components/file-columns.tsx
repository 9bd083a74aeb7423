import { t } from '@lingui/core/macro'
import { useMediaQuery } from '@mantine/hooks'
import type { ImportColumn, StatementImport } from '@/api/types'
import type { Reading } from '../api/use-reading'
import { withRole } from '../lib/overrides'
import { columnName, roleName } from '../lib/roles'
import classes from './file-columns.module.css'
import { RolePicker } from './role-picker'

interface FileColumnsProps {
  run: StatementImport
  reading: Reading
}

/** The table as the file has it: every column with what it was taken for on its head, to be changed by pressing it. */
export function FileColumns({ run, reading }: FileColumnsProps) {
  const isPhone = useMediaQuery('(max-width: 48em)')
  const said = reading.instructions.overrides.columns ?? {}
  const pick = (column: ImportColumn, role: string): void => {
    if (role === column.role && said[String(column.index)] !== undefined) return
    reading.change(
      { overrides: withRole(reading.instructions.overrides, run.columns, column.index, role) },
      role === '' ? t`“${columnName(column)}” is not used.` : t`“${columnName(column)}” is now “${roleName(role)}”.`,
    )
  }
  const tables = distinctTables(run.columns)
  return (
    <div className={classes['tables']}>
      {tables.map((columns) => {
        const parts = { columns, said, onPick: pick }
        return isPhone ? <ColumnList key={columns[0]?.table} {...parts} /> : <ColumnTable key={columns[0]?.table} {...parts} />
      })}
    </div>
  )
}

/** Tables of one file often repeat a layout (a page each, a month each); such a one is shown once. */
function distinctTables(columns: readonly ImportColumn[]): ImportColumn[][] {
  const tables = new Map<string, ImportColumn[]>()
  for (const number of new Set(columns.map(({ table }) => table))) {
    const own = columns.filter(({ table }) => table === number).sort((a, b) => a.index - b.index)
    const layout = own.map(({ name, index }) => `${index}:${name}`).join('|')
    if (!tables.has(layout)) tables.set(layout, own)
  }
  return [...tables.values()]
}

interface ColumnsProps {
  columns: readonly ImportColumn[]
  said: Readonly<Record<string, string>>
  onPick: (column: ImportColumn, role: string) => void
}

function ColumnTable({ columns, said, onPick }: ColumnsProps) {
  return (
    <div className={classes['scroll']} role="region" aria-label={t`Columns of the file`} tabIndex={0}>
      <table className={classes['table']}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.index} scope="col">
                <RolePicker column={column} isSaid={said[String(column.index)] !== undefined} onPick={(role) => onPick(column, role)} />
                <span className={classes['printed']}>{columnName(column)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {/* Each column's own first filled cells. They are no rows, so they are not set as rows. */}
          <tr>
            {columns.map((column) => (
              <td key={column.index}>
                <span className={classes['samples']} title={column.samples.join('\n')}>
                  {column.samples.length > 0 ? column.samples.join(' · ') : t`empty`}
                </span>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  )
}

/** On a phone each column is a line of its own, and its roles open from below. */
function ColumnList({ columns, said, onPick }: ColumnsProps) {
  return (
    <ul className={classes['list']} aria-label={t`Columns of the file`}>
      {columns.map((column) => (
        <li key={column.index}>
          <span className={classes['what']}>
            <span className={classes['printed']}>{columnName(column)}</span>
            <span className={classes['sample']}>{column.samples[0] ?? t`empty`}</span>
          </span>
          <RolePicker column={column} isSaid={said[String(column.index)] !== undefined} onPick={(role) => onPick(column, role)} isSheet />
        </li>
      ))}
    </ul>
  )
}
