import type { Advice, Forecast, Insight, Series } from '@/api/types'

export function openInsights(insights: readonly Insight[]): Insight[] {
  return insights.filter(({ status, is_current: isCurrent }) => isCurrent && (status === 'new' || status === 'seen'))
}

/** Pieces that wait for a word, in the order in which to read them. */
export function decidable(advice: readonly Advice[]): Advice[] {
  return advice.filter(({ status }) => status === 'new' || status === 'seen').sort((a, b) => a.rank - b.rank)
}

export interface Due {
  day: string
  amount: string
  id: number
  label: string
}

/** The next payments with the series that brings each; what no known series brings is left to the calendar. */
export function nextDue(payments: Forecast['payments'], series: readonly Series[]): Due[] {
  const owner = new Map(series.flatMap((one) => one.transactions.map((row) => [row, one] as const)))
  return payments.flatMap(({ date, amount, evidence }) => {
    const one = owner.get(evidence)
    return one ? [{ day: date, amount, id: one.id, label: one.label }] : []
  })
}
