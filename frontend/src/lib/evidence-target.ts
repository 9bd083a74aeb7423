/**
 * What a figure leads to, as one short text that fits the URL, so that an open drawer can be linked and Back closes it.
 * "fact:<id>" is a stored fact; "budget:<id>@<month>" is what was used of a budget;
 * "<metric>@<period>[;category=<id|none>][;account=<id>][;currency=<code>]" is a figure of the summary.
 */

export type SummaryMetric = 'income' | 'expense' | 'net' | 'balance'

export interface FactTarget {
  kind: 'fact'
  id: string
}

export interface SummaryTarget {
  kind: 'summary'
  metric: SummaryMetric
  period: string
  /** A category id, or null for what has no category; left out when the figure is over all of them. */
  category?: number | null
  account?: number
  /** Only for balances over all accounts of one currency. */
  currency?: string
}

export interface BudgetTarget {
  kind: 'budget'
  budget: number
  month: string
}

export type EvidenceTarget = FactTarget | SummaryTarget | BudgetTarget

const BUDGET = /^budget:(\d+)@(\d{4}-(?:0[1-9]|1[0-2]))$/

const SUMMARY = /^(income|expense|net|balance)@([^;]+)((?:;(?:category=(?:\d+|none)|account=\d+|currency=[A-Z]{3}))*)$/

function isMetric(text: string | undefined): text is SummaryMetric {
  return text === 'income' || text === 'expense' || text === 'net' || text === 'balance'
}

export function formatTarget(target: EvidenceTarget): string {
  if (target.kind === 'fact') return `fact:${target.id}`
  if (target.kind === 'budget') return `budget:${target.budget}@${target.month}`
  const category = target.category === undefined ? '' : `;category=${target.category === null ? 'none' : String(target.category)}`
  const account = target.account === undefined ? '' : `;account=${target.account}`
  const currency = target.currency === undefined ? '' : `;currency=${target.currency}`
  return `${target.metric}@${target.period}${category}${account}${currency}`
}

export function parseTarget(text: string): EvidenceTarget | null {
  if (text.startsWith('fact:')) return text.length > 5 ? { kind: 'fact', id: text.slice(5) } : null
  const budget = BUDGET.exec(text)
  if (budget?.[1] && budget[2]) return { kind: 'budget', budget: Number(budget[1]), month: budget[2] }
  const match = SUMMARY.exec(text)
  const [metric, period] = [match?.[1], match?.[2]]
  if (!match || !isMetric(metric) || !period) return null
  const target: SummaryTarget = { kind: 'summary', metric, period }
  for (const part of (match[3] ?? '').split(';').filter(Boolean)) {
    const [name, value] = part.split('=')
    if (name === 'category') target.category = value === 'none' ? null : Number(value)
    if (name === 'account') target.account = Number(value)
    if (name === 'currency' && value) target.currency = value
  }
  return target
}

export function isSameTarget(one: EvidenceTarget, other: EvidenceTarget): boolean {
  return formatTarget(one) === formatTarget(other)
}
