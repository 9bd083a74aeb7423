/** The list with one entry a step up (-1) or down (1); the same list at its ends. */
export function moved<T>(list: readonly T[], at: number, step: -1 | 1): readonly T[] {
  const to = at + step
  const [one, other] = [list[at], list[to]]
  if (one === undefined || other === undefined) return list
  return list.map((entry, index) => (index === at ? other : index === to ? one : entry))
}
