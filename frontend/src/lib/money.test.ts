import { describe, expect, it } from 'vitest'
import {
  compareAmounts,
  currencyDecimals,
  formatMoney,
  moneyParts,
  negate,
  parseTyped,
  subtract,
  sumAmounts,
  toScaled,
} from './money'

describe('sums', () => {
  it('adds what floats get wrong', () => {
    expect(sumAmounts(['0.10', '0.20'])).toBe('0.30')
    expect(sumAmounts(Array.from({ length: 1000 }, () => '-0.01'))).toBe('-10.00')
  })

  it('keeps amounts beyond the safe integers exact', () => {
    expect(sumAmounts(['90071992547409.93', '0.01', '-90071992547409.92'])).toBe('0.02')
  })

  it('takes the finest scale', () => {
    expect(sumAmounts(['1', '-0.125'])).toBe('0.875')
    expect(sumAmounts([])).toBe('0')
  })

  it('keeps the sign of amounts below one', () => {
    expect(negate('-0.05')).toBe('0.05')
    expect(negate('0.05')).toBe('-0.05')
    expect(subtract('0.05', '0.10')).toBe('-0.05')
  })

  it('compares over different scales', () => {
    expect(compareAmounts('1.0', '1.00')).toBe(0)
    expect(compareAmounts('-2', '-1.99')).toBe(-1)
  })

  it('refuses what is no amount', () => {
    expect(() => toScaled('1e3')).toThrow(RangeError)
    expect(() => toScaled('')).toThrow(RangeError)
  })
})

describe('formatting', () => {
  it('sets a true minus in front', () => {
    expect(formatMoney('-1234.50', 'EUR', { locale: 'en-GB' })).toBe('\u2212€1,234.50')
  })

  it('gives no sign to what rounds to nothing', () => {
    expect(formatMoney('-0.12', 'EUR', { locale: 'en-GB', whole: true })).toBe('€0')
    expect(formatMoney('-0.51', 'EUR', { locale: 'en-GB', whole: true })).toBe('\u2212€1')
  })

  it('says plus only when asked, and never for zero', () => {
    expect(formatMoney('12.00', 'EUR', { locale: 'en-GB' })).toBe('€12.00')
    expect(formatMoney('12.00', 'EUR', { locale: 'en-GB', sign: 'always' })).toBe('+€12.00')
    expect(formatMoney('0.00', 'EUR', { locale: 'en-GB', sign: 'always' })).toBe('€0.00')
  })

  it('follows the locale and the currency', () => {
    expect(formatMoney('1234.5', 'EUR', { locale: 'de-DE' })).toBe('1.234,50\u00a0€')
    expect(formatMoney('1500', 'JPY', { locale: 'en-GB' })).toBe('JP¥1,500')
  })

  it('formats more digits than a float holds', () => {
    expect(formatMoney('90071992547409931.27', 'EUR', { locale: 'en-GB' })).toBe('€90,071,992,547,409,931.27')
  })

  it('tells cents from units', () => {
    const parts = moneyParts('3.20', 'EUR', { locale: 'en-GB' })
    expect(parts.filter(({ kind }) => kind === 'cents').map(({ text }) => text)).toEqual(['.', '20'])
  })

  it('shows an unknown currency or amount as it stands', () => {
    expect(formatMoney('1.00', 'nonsense')).toBe('1.00 nonsense')
    expect(formatMoney('n/a', 'EUR')).toBe('n/a')
  })
})

describe('typed amounts', () => {
  it.each([
    ['12', '12.00'],
    ['12,5', '12.50'],
    ['1.234,56', '1234.56'],
    ['1,234.56', '1234.56'],
    ["1'234.5", '1234.50'],
    ['1 234,5', '1234.50'],
    ['\u22127.05', '-7.05'],
    ['1.234', '1234.00'],
    ['.5', '0.50'],
  ])('reads %s', (typed, amount) => {
    expect(parseTyped(typed, 'EUR')).toBe(amount)
  })

  it.each(['', 'abc', '1.2345', '12 EUR', '--3'])('does not guess at "%s"', (typed) => {
    expect(parseTyped(typed, 'EUR')).toBeNull()
  })

  it('knows the decimals of the currency', () => {
    expect(currencyDecimals('KWD')).toBe(3)
    expect(parseTyped('1500', 'JPY')).toBe('1500')
    expect(parseTyped('1.234', 'KWD')).toBe('1.234')
  })
})
