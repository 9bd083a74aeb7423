import { t } from '@lingui/core/macro'
import type { DriverLine } from '@/api/types'
import { negate, signOf, toDrawn } from '@/lib/money'

/** Spending is negative; a reader expects plus for more spent. */
export function moreSpent(amount: string): string {
  return signOf(amount) === 0 ? amount : negate(amount)
}

/** Where each bar lies on one line around zero, in per cent of the line; more spent is to the right. */
export function placed(lines: readonly DriverLine[]): (line: DriverLine) => { start: number; size: number } {
  const changes = lines.map(({ change }) => toDrawn(moreSpent(change)))
  const [low, high] = [Math.min(0, ...changes), Math.max(0, ...changes)]
  const whole = high - low || 1
  return ({ change }) => {
    const value = toDrawn(moreSpent(change))
    return { start: ((Math.min(0, value) - low) / whole) * 100, size: Math.max(0.6, (Math.abs(value) / whole) * 100) }
  }
}

export const PARTS = [
  { key: 'count', name: t`More or fewer payments` },
  { key: 'price', name: t`Dearer or cheaper ones` },
  { key: 'mix', name: t`Other payees` },
] as const
