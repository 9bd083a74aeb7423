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

/** The definition in words, as the drawer opens with it. */
export function summaryDefinition(target: SummaryTarget, currency: string): string {
  if (target.metric === 'balance')
    return target.account === undefined
      ? t`The opening balances of all accounts in ${currency} and every transaction booked on them since, added up.`
      : t`The opening balance of the account and every transaction booked on it since, added up.`
  const what = {
    income: t`All amounts above zero in ${currency}`,
    expense: t`All amounts below zero in ${currency}`,
    net: t`All amounts in ${currency}, in and out`,
  }[target.metric]
  const where = target.category === undefined ? '' : target.category === null ? t` without a category` : t` in this category`
  return t`${what}${where}, booked in the period. Transfers between your own accounts are left out; of a split transaction only the share that belongs here counts.`
}

/** The value the summary states for the target; null when it has no such row. */
export function statedValue(summary: Summary, target: SummaryTarget): string | null {
  if (target.metric === 'balance') return null
  if (target.category === undefined) return summary[target.metric]
  return summary.by_category.find(({ category }) => category === target.category)?.[target.metric] ?? null
}
