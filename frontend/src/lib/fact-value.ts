/** A stored fact's value by its unit: a currency code, "count", "ratio", "months", "date" or "text". */

import { t } from '@lingui/core/macro'
import { isEnglish, locale } from './language'
import { formatMoney, isAmount, toScaled } from './money'
import { dayName } from './period'

const MINUS = '\u2212'

/** "0.1234" as "12.3%", or "12,3 %" in German, on the digits themselves; a whole number from 100 % on, like the report's own words. */
export function formatRatio(ratio: string): string {
  const english = englishRatio(ratio)
  if (isEnglish()) return english
  const size = english.replace(MINUS, '').replace('%', '')
  return `${english.startsWith(MINUS) ? MINUS : ''}${percentText(size)}`
}

/** As English sentences have it, in whatever language the page is. */
export function englishRatio(ratio: string): string {
  const { units, scale } = toScaled(ratio)
  const size = units < 0n ? -units : units
  const isLarge = size >= 10n ** BigInt(scale)
  const tenths = roundHalfEven(size * 1000n, 10n ** BigInt(scale) * (isLarge ? 10n : 1n))
  const text = isLarge ? tenths.toString() : `${(tenths / 10n).toString()}.${(tenths % 10n).toString()}`
  return `${units < 0n ? MINUS : ''}${text}%`
}

/** "12.3" as "12,3 %" where percents are written so; the digits are settled before. */
function percentText(text: string): string {
  const digits = text.includes('.') ? 1 : 0
  return percentName(Number(text), digits, digits)
}

/** 80 as "80%", or "80 %" in German; with decimals only where they are asked for. */
export function percentName(percent: number, most = 0, least = 0): string {
  const digits = { minimumFractionDigits: least, maximumFractionDigits: most }
  if (isEnglish()) return `${new Intl.NumberFormat(locale(), digits).format(percent)}%`
  return new Intl.NumberFormat(locale(), { ...digits, style: 'unit', unit: 'percent' }).format(percent)
}

/** "-10.1" as "−10,1" where a comma stands before the decimals. */
function plainNumber(text: string): string {
  const size = text.replace('-', '')
  const shown = isEnglish() ? size : size.replace('.', decimalMark())
  return text.startsWith('-') ? `${MINUS}${shown}` : shown
}

function decimalMark(): string {
  return new Intl.NumberFormat(locale()).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.'
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
  if (unit === 'count') return plainNumber(value)
  if (unit === 'months') return t({ message: `${plainNumber(value)} months`, comment: 'Mostly with decimals: 10.1 months' })
  return /^[A-Z]{3}$/u.test(unit) ? formatMoney(value, unit) : `${value} ${unit}`
}

export function isMoneyUnit(unit: string): boolean {
  return /^[A-Z]{3}$/u.test(unit)
}
