import type { StatementImport } from '@/api/types'
import { humanised } from '@/lib/words'

export interface Understanding {
  name: string
  value: string
}

function asText(value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return value.map(asText).filter(Boolean).join(', ')
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, inner]) => `${humanised(name).toLowerCase()}: ${asText(inner)}`)
      .join(', ')
  return ''
}

/** What the reader made of the file, as pairs for a list: encoding, delimiter, date order, columns. */
export function understoodPairs(run: Pick<StatementImport, 'understood'>): Understanding[] {
  return Object.entries(run.understood)
    .map(([name, value]) => ({ name: humanised(name), value: asText(value) }))
    .filter(({ value }) => value !== '')
}

const FORMATS: Record<string, string> = { csv: 'CSV', ofx: 'OFX', qif: 'QIF', mt940: 'MT940', camt053: 'CAMT.053' }

export function formatName(format: string): string {
  return FORMATS[format.toLowerCase()] ?? (format ? format.toUpperCase() : 'Unknown format')
}
