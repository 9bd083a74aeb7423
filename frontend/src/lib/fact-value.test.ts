import { describe, expect, it } from 'vitest'
import { formatFact, formatRatio } from './fact-value'

describe('facts by their unit', () => {
  it.each([
    ['0.0801', '8.0%'],
    ['-0.1234', '\u221212.3%'],
    ['0.9996', '100.0%'],
    ['1.2350', '124%'],
    ['0.1225', '12.2%'],
    ['0', '0.0%'],
  ])('writes the ratio %s as %s', (ratio, shown) => {
    expect(formatRatio(ratio)).toBe(shown)
  })

  it('writes counts, months, dates and text', () => {
    expect(formatFact('65', 'count')).toBe('65')
    expect(formatFact('10.1', 'months')).toBe('10.1 months')
    expect(formatFact('2026-10-09', 'date')).toBe('9 October 2026')
    expect(formatFact('every month', 'text')).toBe('every month')
  })
})
