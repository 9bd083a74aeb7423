/** What jobs say came of them. A job's result is free JSON, so it is looked at before it is believed. */

export interface Exported {
  format: string
  name: string
  bytes: number
  sha256: string
  /** Empty for a journal. */
  ledgerHash: string
  /** Null for a journal. */
  rows: number | null
  expiresAt: string | null
}

export interface Restored {
  ledgerHash: string
  tables: readonly { table: string; rows: number }[]
  files: number
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function readExported(result: unknown): Exported | null {
  if (!isRecord(result) || typeof result['file_name'] !== 'string') return null
  return {
    format: text(result['format']),
    name: result['file_name'],
    bytes: Number(result['bytes']),
    sha256: text(result['sha256']),
    ledgerHash: text(result['ledger_hash']),
    rows: typeof result['rows'] === 'number' ? result['rows'] : null,
    expiresAt: text(result['expires_at']) || null,
  }
}

export function readRestored(result: unknown): Restored | null {
  if (!isRecord(result) || typeof result['ledger_hash'] !== 'string' || !Array.isArray(result['tables'])) return null
  const tables = result['tables'].filter(isRecord).map(({ table, rows }) => ({ table: text(table), rows: Number(rows) }))
  return { ledgerHash: result['ledger_hash'], tables, files: Number(result['files']) }
}
