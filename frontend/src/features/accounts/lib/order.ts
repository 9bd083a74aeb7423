interface Placed {
  id: number
  position: number
}

/**
 * Which positions have to change so that `id` stands where its neighbour of the same group does; `group` is the part of
 * `all` that is shown together. Empty where there is no neighbour on that side.
 */
export function moved<T extends Placed>(all: readonly T[], group: readonly T[], id: number, by: -1 | 1): Placed[] {
  const at = group.findIndex((one) => one.id === id)
  const neighbour = group[at + by]
  if (at < 0 || !neighbour) return []
  const order = all.map((one) => one.id)
  const [here, there] = [order.indexOf(id), order.indexOf(neighbour.id)]
  order[here] = neighbour.id
  order[there] = id
  const known = new Map(all.map((one) => [one.id, one.position]))
  return order.flatMap((one, position) => (known.get(one) === position ? [] : [{ id: one, position }]))
}
