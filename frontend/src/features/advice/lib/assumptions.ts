/** Assumptions as they are shown and typed: rates by per cent, everything else as it is. */

import { t } from '@lingui/core/macro'
import { formatFact, formatRatio } from '@/lib/fact-value'
import { fromScaled, isAmount, parseTyped, toScaled, typedAmount } from '@/lib/money'

const LABELS: Readonly<Record<string, string>> = {
  payments_a_year: t`Payments a year`,
  yearly_price: t`Price when paid by the year`,
  avoidable_share: t`Part that could be avoided`,
  payoff_months: t`Months to pay it off`,
  apr: t`Interest a year on the debt`,
  market_rate: t`Interest a year elsewhere`,
  change_costs: t`Cost of changing`,
  first_marker: t`First goal of the buffer`,
  target_months: t`Months the buffer should last`,
  savings_rate: t`Interest a year on savings`,
  own_rate: t`Interest a year that you get now`,
  savings_target: t`Part of income to keep`,
}

export function assumptionLabel(key: string): string {
  if (LABELS[key]) return LABELS[key]
  const text = key.replaceAll('_', ' ').trim()
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const isRate = (unit: string): boolean => unit === 'ratio' || unit === 'rate' || unit === 'share'
const isMoney = (unit: string): boolean => /^[A-Z]{3}$/u.test(unit)

export function shownAssumption(value: string, unit: string): string {
  if (!isAmount(value)) return value
  if (isRate(unit)) return formatRatio(value)
  return unit ? formatFact(value, unit) : value
}

/** What stands in the field: a rate in per cent without its sign, "3.5" of 0.035. */
export function typedFrom(value: string, unit: string): string {
  return typedAmount(isRate(unit) && isAmount(value) ? trimmed(shifted(value, 2)) : value)
}

/** What is typed as the API's decimal string; null where it is no number. */
export function valueFrom(typed: string, unit: string): string | null {
  if (isMoney(unit)) return parseTyped(typed, unit)
  const plain = typed.trim().replace(',', '.').replace(/\s?%$/u, '')
  if (!isAmount(plain)) return null
  return isRate(unit) ? trimmed(shifted(plain, -2)) : plain
}

/** What the field asks for beside its label. */
export function unitWords(unit: string): string {
  if (isRate(unit)) return t`in per cent`
  if (isMoney(unit)) return t`in ${unit}`
  return ''
}

/** Moves the decimal point on the digits themselves: "0.035" by 2 is "3.5". */
function shifted(value: string, places: number): string {
  const { units, scale } = toScaled(value)
  const left = scale - places
  return left >= 0 ? fromScaled({ units, scale: left }) : fromScaled({ units: units * 10n ** BigInt(-left), scale: 0 })
}

function trimmed(value: string): string {
  return value.includes('.') ? value.replace(/\.?0+$/u, '') : value
}
