import { describe, expect, it } from 'vitest'
import { durationName } from './durations'
import { kindLines, troublesOf } from './kinds'

describe('the server’s state', () => {
  it('names durations in the unit that fits', () => {
    expect([0.0004, 0.04, 1.23, 45, 200, 7200, 86_400 * 3].map(durationName)).toEqual(['0.4 ms', '40 ms', '1.2 s', '45 s', '3 min', '2 h', '3 days'])
  })

  it('lays counts and times of a kind side by side', () => {
    const latency = { kind: 'export', ended: 2, failed: 1, wait_median: 1, wait_p95: 2, run_median: 3, run_p95: 4 }
    const lines = kindLines({
      counts: [
        { kind: 'refresh_unit', status: 'queued', count: 3 },
        { kind: 'export', status: 'failed', count: 1 },
      ],
      latencies: [latency],
    })
    expect(lines.map(({ kind }) => kind)).toEqual(['export', 'refresh_unit'])
    expect(lines[0]).toMatchObject({ counts: { failed: 1, queued: 0 }, latency })
    expect(lines[1]).toMatchObject({ counts: { queued: 3 }, latency: null })
  })

  it('counts a late backup among the troubles', () => {
    const backups = { is_on: true, ok: false, newest: null, age_seconds: null, count: 0, bytes_used: 0 }
    expect(troublesOf({ parts: [{ name: 'redis', trouble: 'away' }, { name: 'media', trouble: '' }], backups })).toEqual(['redis', 'backup'])
    expect(troublesOf({ parts: [], backups: { ...backups, ok: true } })).toEqual([])
  })
})
