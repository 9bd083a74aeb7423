import { isoDay, monthPeriod } from '@/lib/period'

/** The weeks of a month, Monday first; null where a day belongs to another month. */
export function weeksOf(month: string): (string | null)[][] {
  const { end } = monthPeriod(month)
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))]
  const last = Number((end ?? '').slice(8, 10))
  const before = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7
  const days = [...Array.from({ length: before }, () => null), ...Array.from({ length: last }, (_, at) => isoDay(year, number, at + 1))]
  const whole = [...days, ...Array.from({ length: (7 - (days.length % 7)) % 7 }, () => null)]
  return Array.from({ length: whole.length / 7 }, (_, week) => whole.slice(week * 7, week * 7 + 7))
}
