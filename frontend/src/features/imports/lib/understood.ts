import type { StatementImport } from '@/api/types'
import { dayName } from '@/lib/period'
import { humanised } from '@/lib/words'

export interface Understanding {
  name: string
  value: string
}

/** Shown as column heads and in the reading panel already, or of no use to anybody. */
const SHOWN_ELSEWHERE = new Set(['columns'])

/** What the reader made of the file, as pairs for a list: encoding, delimiter, date order. */
export function understoodPairs({ understood, columns }: Pick<StatementImport, 'understood' | 'columns'>): Understanding[] {
  return Object.entries(understood)
    .filter(([name, value]) => value !== '' && !(columns.length > 0 && SHOWN_ELSEWHERE.has(name)))
    .map(([name, value]) => ({ name: humanised(name), value }))
}

const FORMATS: Record<string, string> = {
  csv: 'Table of text (CSV)',
  ofx: 'OFX',
  qif: 'QIF',
  mt940: 'MT940',
  camt: 'CAMT (ISO 20022)',
  camt053: 'CAMT (ISO 20022)',
  xlsx: 'Spreadsheet',
  pdf: 'PDF statement',
  zip: 'Archive of several files',
  firefly: 'Firefly III export',
  actual: 'Actual Budget export',
  ynab: 'YNAB export',
  mint: 'Mint export',
  monarch: 'Monarch export',
  gnucash: 'GnuCash book',
  beancount: 'Beancount ledger',
  hledger: 'hledger journal',
}

export function formatName(format: string): string {
  return FORMATS[format.toLowerCase()] ?? (format ? format.toUpperCase() : 'Unknown format')
}

/** "1 Sep 2025 – 30 Sep 2025", "3 Sep 2025" for one day, "" without any. */
export function spanName(first: string | null, last: string | null): string {
  if (!first || !last) return ''
  if (first === last) return dayName(first, 'medium')
  return `${dayName(first, first.startsWith(last.slice(0, 4)) ? 'short' : 'medium')} – ${dayName(last, 'medium')}`
}
