/**
 * Exact money for the screen. Amounts travel as decimal strings ("-12.30") and are never turned into floats:
 * sums run on BigInt at the scale of the finest amount, and Intl formats the string itself.
 * A minus sign means money leaving the account.
 */

import { isEnglish, locale } from './language'

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d*))?$/
const MINUS = '\u2212'

type Numeric = `${number}`

export interface Scaled {
  units: bigint
  scale: number
}

/** What a decimal string is worth in units of 10^-scale; throws on anything that is not a plain decimal. */
export function toScaled(text: string): Scaled {
  const match = DECIMAL.exec(text.trim())
  if (!match) throw new RangeError(`"${text}" is not a decimal amount`)
  const fraction = match[3] ?? ''
  const units = BigInt(`${match[2] ?? ''}${fraction}`)
  return { units: match[1] === '-' ? -units : units, scale: fraction.length }
}

function atScale(value: Scaled, scale: number): bigint {
  return value.units * 10n ** BigInt(scale - value.scale)
}

export function fromScaled({ units, scale }: Scaled): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const text = scale > 0 ? `${whole}.${digits.slice(digits.length - scale)}` : whole
  return units < 0n ? `-${text}` : text
}

/** Exact sum, with as many decimals as the finest amount has. */
export function sumAmounts(amounts: readonly string[]): string {
  const values = amounts.map(toScaled)
  const scale = values.reduce((finest, value) => Math.max(finest, value.scale), 0)
  return fromScaled({ units: values.reduce((sum, value) => sum + atScale(value, scale), 0n), scale })
}

export function negate(amount: string): string {
  const { units, scale } = toScaled(amount)
  return fromScaled({ units: -units, scale })
}

/** a - b, exactly. */
export function subtract(a: string, b: string): string {
  return sumAmounts([a, negate(b)])
}

export function compareAmounts(a: string, b: string): number {
  const difference = toScaled(subtract(a, b)).units
  return difference === 0n ? 0 : difference > 0n ? 1 : -1
}

export function signOf(amount: string): -1 | 0 | 1 {
  const { units } = toScaled(amount)
  return units === 0n ? 0 : units > 0n ? 1 : -1
}

export function isAmount(text: string): boolean {
  return DECIMAL.test(text.trim())
}

/** Decimals a currency has by ISO 4217 (JPY 0, EUR 2, KWD 3); 2 for a code the browser does not know. */
export function currencyDecimals(currency: string): number {
  try {
    const options = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    return options.maximumFractionDigits ?? 2
  } catch {
    return 2
  }
}

/**
 * What a person typed ("1 234,5", "-12.30", "−7") as the API's decimal string with the currency's decimals;
 * null when it is not one amount. The last point or comma followed by at most `decimals` digits is the decimal mark.
 */
export function parseTyped(text: string, currency: string): string | null {
  const decimals = currencyDecimals(currency)
  const plain = text.replaceAll(MINUS, '-').replace(/[\s'\u2019]/gu, '')
  const match = /^([+-]?)([\d.,]*\d)(?:[.,])?$/u.exec(plain)
  if (!match) return null
  const digits = match[2] ?? ''
  const mark = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))
  const tail = mark < 0 ? '' : digits.slice(mark + 1)
  const isFraction = mark >= 0 && tail.length <= decimals
  if (mark >= 0 && !isFraction && tail.length !== 3) return null
  const whole = (isFraction ? digits.slice(0, mark) : digits).replace(/[.,]/gu, '')
  const fraction = (isFraction ? tail : '').padEnd(decimals, '0')
  const body = decimals > 0 ? `${whole || '0'}.${fraction}` : whole || '0'
  return match[1] === '-' ? `-${body}` : body
}

/** A plain amount as it is typed: "1204,50" where a comma stands before the decimals. */
export function typedAmount(amount: string): string {
  return isEnglish() ? amount : amount.replace('.', ',')
}

/** A rounded number for drawing only: bar lengths and axis positions, never a figure that is read or summed. */
export function toDrawn(amount: string): number {
  const { units, scale } = toScaled(amount)
  return Number(units) / 10 ** scale
}

export interface MoneyPart {
  kind: 'unit' | 'cents' | 'currency' | 'sign'
  text: string
}

export interface MoneyStyle {
  locale?: string | undefined
  /** 'auto': minus only. 'always': plus for money coming in. 'never': the bare size. */
  sign?: 'auto' | 'always' | 'never'
  /** Without cents, for charts and narrow places. */
  whole?: boolean
}

function isNumeric(text: string): text is Numeric {
  return DECIMAL.test(text)
}

const formats = new Map<string, Intl.NumberFormat>()

function moneyFormat(currency: string, tag: string, whole: boolean): Intl.NumberFormat {
  const key = `${tag}|${currency}|${String(whole)}`
  const known = formats.get(key)
  if (known) return known
  const options: Intl.NumberFormatOptions = { style: 'currency', currency }
  if (whole) Object.assign(options, { maximumFractionDigits: 0, minimumFractionDigits: 0 })
  const made = new Intl.NumberFormat(tag, options)
  formats.set(key, made)
  return made
}

const PART_KINDS: Partial<Record<Intl.NumberFormatPartTypes, MoneyPart['kind']>> = {
  decimal: 'cents',
  fraction: 'cents',
  currency: 'currency',
  minusSign: 'sign',
  plusSign: 'sign',
}

/** The formatted amount in parts, so that cents can be set lighter. An unknown amount comes back as it is. */
export function moneyParts(amount: string, currency: string, style: MoneyStyle = {}): MoneyPart[] {
  if (!isNumeric(amount)) return [{ kind: 'unit', text: amount }]
  // "−€0" would say that nothing has left: an amount that rounds to nothing has no sign.
  const sign = style.whole && isLessThanHalf(amount) ? 0 : signOf(amount)
  const size = signOf(amount) < 0 ? negate(amount) : amount
  const format = safeFormat(currency, style)
  if (!format || !isNumeric(size)) return [{ kind: 'unit', text: `${amount} ${currency}` }]
  const parts: MoneyPart[] = format
    .formatToParts(size)
    .map(({ type, value }) => ({ kind: PART_KINDS[type] ?? 'unit', text: value }))
  const mark = sign < 0 ? MINUS : sign > 0 && style.sign === 'always' ? '+' : ''
  if (mark && style.sign !== 'never') parts.unshift({ kind: 'sign', text: mark })
  return parts
}

function isLessThanHalf(amount: string): boolean {
  return compareAmounts(signOf(amount) < 0 ? negate(amount) : amount, '0.5') < 0
}

function safeFormat(currency: string, style: MoneyStyle): Intl.NumberFormat | null {
  try {
    return moneyFormat(currency, style.locale ?? locale(), style.whole ?? false)
  } catch {
    return null
  }
}

export function formatMoney(amount: string, currency: string, style: MoneyStyle = {}): string {
  return moneyParts(amount, currency, style)
    .map((part) => part.text)
    .join('')
}
