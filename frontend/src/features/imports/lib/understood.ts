import { t } from '@lingui/core/macro'
import type { StatementImport } from '@/api/types'
import { dayName } from '@/lib/period'
import { humanised } from '@/lib/words'
import { understoodWords } from './reader-words'

export interface Understanding {
  /** The server's own name of it. */
  key: string
  name: string
  value: string
}

/** Shown as column heads and in the reading panel already, or of no use to anybody. */
const SHOWN_ELSEWHERE = new Set(['columns'])

const NAMES: Record<string, string> = {
  'booking date': t`Booking date`,
  'date order': t`Date order`,
  'decimal mark': t`Decimal mark`,
  'left out': t`Left out`,
  'sign convention': t`Sign`,
  balances: t`Balances`,
  currency: t`Currency`,
  dates: t`Days`,
  days: t`Days`,
  delimiter: t`Delimiter`,
  encoding: t`Encoding`,
  entries: t`Lines`,
  files: t`Files`,
  header: t`Header line`,
  message: t`Message`,
  notes: t`Notes`,
  repaired: t`Repaired`,
  rounded: t`Rounded`,
  sheets: t`Sheets`,
  statements: t`Statements`,
}

/** What the reader made of the file, as pairs for a list: encoding, delimiter, date order. */
export function understoodPairs({ understood, columns }: Pick<StatementImport, 'understood' | 'columns'>): Understanding[] {
  return Object.entries(understood)
    .filter(([name, value]) => value !== '' && !(columns.length > 0 && SHOWN_ELSEWHERE.has(name)))
    .map(([key, value]) => ({ key, name: NAMES[key] ?? humanised(key), value: understoodWords(value) }))
}

const FORMATS: Record<string, string> = {
  csv: t`Table of text (CSV)`,
  ofx: t`OFX`,
  qif: t`QIF`,
  mt940: t`MT940`,
  camt: t`CAMT (ISO 20022)`,
  camt053: t`CAMT (ISO 20022)`,
  xlsx: t`Spreadsheet`,
  pdf: t`PDF statement`,
  zip: t`Archive of several files`,
  firefly: t`Firefly III export`,
  actual: t`Actual Budget export`,
  ynab: t`YNAB export`,
  mint: t`Mint export`,
  monarch: t`Monarch export`,
  gnucash: t`GnuCash book`,
  beancount: t`Beancount ledger`,
  hledger: t`hledger journal`,
}

export function formatName(format: string): string {
  return FORMATS[format.toLowerCase()] ?? (format ? format.toUpperCase() : t`Unknown format`)
}

/** "1 Sep 2025 – 30 Sep 2025", "3 Sep 2025" for one day, "" without any. */
export function spanName(first: string | null, last: string | null): string {
  if (!first || !last) return ''
  if (first === last) return dayName(first, 'medium')
  return `${dayName(first, first.startsWith(last.slice(0, 4)) ? 'short' : 'medium')} – ${dayName(last, 'medium')}`
}
