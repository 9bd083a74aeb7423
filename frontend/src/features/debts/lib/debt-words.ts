import { plural, t } from '@lingui/core/macro'
import type { Debt, Payoff, PayoffPlan } from '@/api/types'
import { listed } from '@/lib/words'

export const ORDERS: Readonly<Record<PayoffPlan['order'], string>> = {
  minimum: t`Least payments only`,
  avalanche: t`Dearest first`,
  snowball: t`Smallest first`,
  own: t`Your own order`,
}

/** Why one way is advised. */
export const WHYS: Readonly<Record<NonNullable<Payoff['why']>, string>> = {
  saves_interest: t`it saves the most interest.`,
  easier_to_keep: t`it costs hardly more interest, and plans that begin with a small debt are finished more often.`,
  never_ends: t`but what you pay does not keep up with the interest. Put more aside a month, or ask for other terms.`,
  one_debt: t`there is one debt to pay off, so the order does not matter.`,
}

/** "2 years and 3 months". */
export function spanWords(months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12]
  const parts = [
    ...(years > 0 ? [plural(years, { one: '# year', other: '# years' })] : []),
    ...(rest > 0 ? [plural(rest, { one: '# month', other: '# months' })] : []),
  ]
  return listed(parts) || t`no time`
}

/** The currencies in which something is owed. */
export function currenciesOf(debts: readonly Debt[]): string[] {
  return [...new Set(debts.map(({ currency }) => currency))]
}

/** A yearly rate as it is typed, with a comma or a per cent sign; null where it is none. */
export function typedRate(text: string): string | null {
  const plain = text.replaceAll(/[\s%]/gu, '').replace(',', '.')
  return /^\d{1,3}(?:\.\d{1,3})?$/u.test(plain) && Number(plain) <= 200 ? plain : null
}

/** "4.5" of "4.500". */
export function shownRate(rate: string): string {
  return rate.includes('.') ? rate.replace(/\.?0+$/u, '') : rate
}
