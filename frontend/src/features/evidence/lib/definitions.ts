import { t } from '@lingui/core/macro'
import type { Summary } from '@/api/types'
import type { SummaryTarget } from '@/lib/evidence-target'

const LABELS: Record<SummaryTarget['metric'], string> = {
  income: t`Money in`,
  expense: t`Money out`,
  net: t`Net`,
  balance: t`Balance`,
}

export interface Names {
  category?: string | undefined
  account?: string | undefined
}

export function summaryLabel(target: SummaryTarget, names: Names): string {
  const about = [names.category, names.account].filter(Boolean).join(', ')
  return about ? `${LABELS[target.metric]}: ${about}` : LABELS[target.metric]
}

const WHAT = {
  income: (currency: string) => t`All amounts above zero in ${currency}`,
  expense: (currency: string) => t`All amounts below zero in ${currency}`,
  net: (currency: string) => t`All amounts in ${currency}, in and out`,
}

/** The definition in words, as the drawer opens with it. */
export function summaryDefinition(target: SummaryTarget, currency: string): string {
  if (target.metric === 'balance')
    return target.account === undefined
      ? t`The opening balances of all accounts in ${currency} and every transaction booked on them since, added up.`
      : t`The opening balance of the account and every transaction booked on it since, added up.`
  const what = WHAT[target.metric](currency)
  if (target.category === undefined)
    return t`${what}, booked in the period. Transfers between your own accounts are left out; of a split transaction only the share that belongs here counts.`
  return target.category === null
    ? t`${what} without a category, booked in the period. Transfers between your own accounts are left out; of a split transaction only the share that belongs here counts.`
    : t`${what} in this category, booked in the period. Transfers between your own accounts are left out; of a split transaction only the share that belongs here counts.`
}

/** The value the summary states for the target; null when it has no such row. */
export function statedValue(summary: Summary, target: SummaryTarget): string | null {
  if (target.metric === 'balance') return null
  if (target.category === undefined) return summary[target.metric]
  return summary.by_category.find(({ category }) => category === target.category)?.[target.metric] ?? null
}
