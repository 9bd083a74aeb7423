import { currencyDecimals, negate, parseTyped, signOf, subtract, sumAmounts } from '@/lib/money'
import type { SplitRequest } from '@/api/types'

/** One share as it is being typed: the size without sign, as the person wrote it. */
export interface Share {
  key: string
  typed: string
  category: number | null
  note: string
}

export interface SplitState {
  /** What is still to be given out, as a size; negative when too much was given. Null while a share is no number; an empty one counts as nothing. */
  remainder: string | null
  canSave: boolean
}

/** Where a split stands. Shares are typed without sign; the whole may be negative. */
export function splitState(whole: string, currency: string, shares: readonly Share[]): SplitState {
  const sizes = shares.map(({ typed }) => (typed.trim() === '' ? '0' : parseTyped(typed, currency)))
  if (sizes.some((size) => size === null)) return { remainder: null, canSave: false }
  const known = sizes.filter((size) => size !== null)
  const remainder = subtract(sizeOf(whole), sumAmounts(known))
  const isWhole = signOf(remainder) === 0 && known.every((size) => signOf(size) !== 0)
  return { remainder, canSave: isWhole && shares.length >= 2 }
}

export function sizeOf(amount: string): string {
  return signOf(amount) < 0 ? negate(amount) : amount
}

/** The shares as the API takes them: signed like the whole. */
export function toSplits(whole: string, currency: string, shares: readonly Share[]): SplitRequest[] {
  const isOut = signOf(whole) < 0
  return shares.map(({ typed, category, note }) => {
    const size = parseTyped(typed, currency) ?? '0'
    return { amount: isOut ? negate(size) : size, category, note }
  })
}

/** Gives the last share whatever the others leave, so that two shares need one number. */
export function fillLast(whole: string, currency: string, shares: readonly Share[]): Share[] {
  const last = shares.at(-1)
  if (!last) return []
  const others = shares.slice(0, -1).map(({ typed }) => parseTyped(typed, currency) ?? '0')
  const zero = currencyDecimals(currency) > 0 ? `0.${'0'.repeat(currencyDecimals(currency))}` : '0'
  const rest = subtract(sizeOf(whole), sumAmounts([zero, ...others]))
  return [...shares.slice(0, -1), { ...last, typed: rest }]
}
