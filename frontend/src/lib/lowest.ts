import { compareAmounts } from './money'

/** The day with the least, the earliest of those that are alike. */
export function lowestOf<Day extends { mid: string }>(days: readonly Day[]): Day | null {
  return days.reduce<Day | null>((least, day) => (least === null || compareAmounts(day.mid, least.mid) < 0 ? day : least), null)
}
