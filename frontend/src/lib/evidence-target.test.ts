import { describe, expect, it } from 'vitest'
import { formatTarget, parseTarget, type EvidenceTarget } from './evidence-target'

const TARGETS: EvidenceTarget[] = [
  { kind: 'fact', id: 'f0123abc' },
  { kind: 'summary', metric: 'net', period: '2026-10' },
  { kind: 'summary', metric: 'expense', period: '2026-10-01..2026-10-09', category: 12 },
  { kind: 'summary', metric: 'expense', period: 'all', category: null },
  { kind: 'summary', metric: 'balance', period: 'all', account: 3 },
  { kind: 'summary', metric: 'balance', period: 'all', currency: 'EUR' },
]

describe('what a figure leads to', () => {
  it.each(TARGETS)('survives the URL: $kind $metric', (target) => {
    expect(parseTarget(formatTarget(target))).toEqual(target)
  })

  it.each(['', 'fact:', 'profit@2026', 'net', 'net@2026;payee=3'])('ignores "%s"', (text) => {
    expect(parseTarget(text)).toBeNull()
  })
})
