import type { Forecast, Series } from '@/api/types'

export interface Due {
  day: string
  amount: string
  id: number
  label: string
}

/** The next payments with the series that brings each, by its rows or, where it is only declared, by its own number below zero; what no known series brings is left to the calendar. */
export function nextDue(payments: Forecast['payments'], series: readonly Series[]): Due[] {
  const owner = new Map(series.flatMap((one) => [...one.transactions, -one.id].map((row) => [row, one] as const)))
  return payments.flatMap(({ date, amount, evidence }) => {
    const one = owner.get(evidence)
    return one ? [{ day: date, amount, id: one.id, label: one.label }] : []
  })
}
