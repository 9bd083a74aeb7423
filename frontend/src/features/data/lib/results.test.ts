import { describe, expect, it } from 'vitest'
import { readExported, readRestored } from './results'

describe('what came of a job', () => {
  it('is read as an export, with what a journal does not have left open', () => {
    const zip = { format: 'zip', file_name: 'spendwise.zip', bytes: 4213, sha256: 'ab', ledger_hash: 'cd', rows: 12, expires_at: '2026-11-28T06:00:00Z' }
    expect(readExported(zip)).toEqual({
      format: 'zip',
      name: 'spendwise.zip',
      bytes: 4213,
      sha256: 'ab',
      ledgerHash: 'cd',
      rows: 12,
      expiresAt: '2026-11-28T06:00:00Z',
    })
    expect(readExported({ ...zip, format: 'hledger', ledger_hash: '', rows: null })).toMatchObject({ rows: null, ledgerHash: '' })
  })

  it('is nothing while the job has not ended, or is of another kind', () => {
    expect([null, 'x', [], {}].map(readExported)).toEqual([null, null, null, null])
    expect(readRestored({ file_name: 'x' })).toBeNull()
  })

  it('is read as what was put back', () => {
    const done = { ledger_hash: 'cd', tables: [{ table: 'Transaction', rows: 7 }], files: 2 }
    expect(readRestored(done)).toEqual({ ledgerHash: 'cd', tables: [{ table: 'Transaction', rows: 7 }], files: 2 })
  })
})
