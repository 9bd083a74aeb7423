/** A stored fact's value by its unit: a currency code, "count", "ratio", "months", "date" or "text". */

import { formatMoney, isAmount, toScaled } from './money'
import { dayName } from './period'

const MINUS = '\u2212'

/** "0.1234" as "12.3%", on the digits themselves; a whole number from 100 % on, like the report's own words. */
export function formatRatio(ratio: string): string {
  const { units, scale } = toScaled(ratio)
  const size = units < 0n ? -units : units
  const isLarge = size >= 10n ** BigInt(scale)
  const tenths = roundHalfEven(size * 1000n, 10n ** BigInt(scale) * (isLarge ? 10n : 1n))
  const text = isLarge ? tenths.toString() : `${(tenths / 10n).toString()}.${(tenths % 10n).toString()}`
  return `${units < 0n ? MINUS : ''}${text}%`
}

function roundHalfEven(above: bigint, below: bigint): bigint {
  const whole = above / below
  const rest = (above % below) * 2n
  const isUp = rest > below || (rest === below && whole % 2n === 1n)
  return isUp ? whole + 1n : whole
}

export function formatFact(value: string, unit: string): string {
  if (unit === 'date') return dayName(value)
  if (unit === 'text' || !isAmount(value)) return value
  if (unit === 'ratio') return formatRatio(value)
  if (unit === 'count') return value.replace('-', MINUS)
  if (unit === 'months') return `${value.replace('-', MINUS)} months`
  return /^[A-Z]{3}$/u.test(unit) ? formatMoney(value, unit) : `${value} ${unit}`
}

export function isMoneyUnit(unit: string): boolean {
  return /^[A-Z]{3}$/u.test(unit)
}
