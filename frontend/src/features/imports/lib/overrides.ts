import { t } from '@lingui/core/macro'
import type { ImportColumn, ImportOverrides } from '@/api/types'

/** Roles that only one column of a table can have; texts may come from several. */
const SINGLE = new Set([
  'booking_date', 'value_date', 'amount', 'debit', 'credit', 'flag', 'balance', 'currency', 'external_id', 'status', 'fee',
])

/** Gives a column its role; a column that had a role which only one can have becomes unused. */
export function withRole(overrides: ImportOverrides, columns: readonly ImportColumn[], index: number, role: string): ImportOverrides {
  const freed = SINGLE.has(role)
    ? columns.filter((column) => column.role === role && column.index !== index).map((column) => [String(column.index), ''])
    : []
  return {
    ...overrides,
    columns: { ...overrides.columns, ...(Object.fromEntries(freed) as Record<string, string>), [String(index)]: role },
  }
}

/** The columns as they will be under the overrides, before the server has read the file again. */
export function columnsUnder(columns: readonly ImportColumn[], overrides: ImportOverrides): ImportColumn[] {
  return columns.map((column) => {
    const role = overrides.columns?.[String(column.index)]
    return role === undefined || role === column.role ? column : { ...column, role, confidence: 1, reason: t`You said so.` }
  })
}

export type PlainOverride = Exclude<keyof ImportOverrides, 'columns'>

const PLAIN: readonly PlainOverride[] = ['encoding', 'delimiter', 'header_line', 'date_order', 'decimal_mark', 'sign', 'currency']

export function isPlain(code: string): code is PlainOverride {
  return (PLAIN as readonly string[]).includes(code)
}

/** Sets one field; an empty value gives the decision back to the reader. */
export function withValue(overrides: ImportOverrides, code: PlainOverride, value: string): ImportOverrides {
  const rest = { ...overrides }
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the names are the fixed ones above
  delete rest[code]
  if (value === '') return rest
  return { ...rest, [code]: code === 'header_line' ? Number(value) : value }
}

/** What a person said for a field, as text; "" when the reader decided. */
export function valueOf(overrides: ImportOverrides, code: string): string {
  if (!isPlain(code)) return ''
  const value = overrides[code]
  return value === undefined || value === null ? '' : String(value)
}

/** The overrides that an option of a question stands for; null for a question that this page cannot put into one. */
export function answerOf(
  overrides: ImportOverrides,
  columns: readonly ImportColumn[],
  code: string,
  value: string,
): ImportOverrides | null {
  if (isPlain(code)) return withValue(overrides, code, value)
  if (code !== 'columns') return null
  // "3:amount" or "3:amount,4:" names columns and what each holds.
  return value
    .split(/[,;]/u)
    .map((pair) => /^\s*(\d+)\s*[:=]\s*(\w*)\s*$/u.exec(pair))
    .reduce<ImportOverrides>(
      (known, match) => (match ? withRole(known, columns, Number(match[1]), match[2] ?? '') : known),
      overrides,
    )
}

/** Without what says nothing, as the server wants to be told. */
export function cleaned(overrides: ImportOverrides): ImportOverrides {
  return Object.fromEntries(
    Object.entries(overrides).filter(
      ([name, value]) =>
        value !== '' && value !== null && (name !== 'columns' || (typeof value === 'object' && Object.keys(value).length > 0)),
    ),
  )
}

export function saysNothing(overrides: ImportOverrides): boolean {
  return Object.keys(cleaned(overrides)).length === 0
}
