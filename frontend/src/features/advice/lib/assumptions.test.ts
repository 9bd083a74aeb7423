import { describe, expect, it } from 'vitest'
import { assumptionLabel, shownAssumption, typedFrom, valueFrom } from './assumptions'

describe('assumptions', () => {
  it('are shown and typed by per cent where they are rates', () => {
    expect(shownAssumption('0.035', 'ratio')).toBe('3.5%')
    expect(typedFrom('0.035', 'ratio')).toBe('3.5')
    expect(valueFrom('3,5 %', 'ratio')).toBe('0.035')
    expect(valueFrom('12', 'ratio')).toBe('0.12')
    expect(valueFrom(typedFrom('0.1', 'ratio'), 'ratio')).toBe('0.1')
  })

  it('are money with the decimals of the currency, or plain numbers', () => {
    expect(valueFrom('89,9', 'EUR')).toBe('89.90')
    expect(valueFrom('6', 'months')).toBe('6')
    expect(valueFrom('a few', 'months')).toBeNull()
  })

  it('have a name for people', () => {
    expect(assumptionLabel('apr')).toBe('Interest a year on the debt')
    expect(assumptionLabel('new_thing')).toBe('New thing')
  })
})
