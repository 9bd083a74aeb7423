/**
 * Which rows of the list are chosen. Either single rows, or everything that the search finds with exceptions: the second
 * also holds for rows that were never loaded.
 */
export interface Selection {
  readonly isAll: boolean
  /** The chosen ids, or with `isAll` those left out. */
  readonly ids: ReadonlySet<number>
  /** Where a range begins that Shift extends. */
  readonly anchor: number | null
}

export const NOTHING: Selection = { isAll: false, ids: new Set(), anchor: null }
export const EVERYTHING: Selection = { isAll: true, ids: new Set(), anchor: null }

export function isChosen({ isAll, ids }: Selection, id: number): boolean {
  return isAll !== ids.has(id)
}

export function isNothing({ isAll, ids }: Selection): boolean {
  return !isAll && ids.size === 0
}

export function toggled(selection: Selection, id: number): Selection {
  const ids = new Set(selection.ids)
  if (!ids.delete(id)) ids.add(id)
  return { isAll: selection.isAll, ids, anchor: id }
}

/** Everything from the anchor to `id`, both included, becomes what the anchor is. */
export function ranged(selection: Selection, order: readonly number[], id: number): Selection {
  const from = selection.anchor === null ? -1 : order.indexOf(selection.anchor)
  const to = order.indexOf(id)
  if (from < 0 || to < 0 || selection.anchor === null) return toggled(selection, id)
  const isWanted = isChosen(selection, selection.anchor)
  const ids = new Set(selection.ids)
  for (const each of order.slice(Math.min(from, to), Math.max(from, to) + 1)) {
    if (isWanted === selection.isAll) ids.delete(each)
    else ids.add(each)
  }
  return { isAll: selection.isAll, ids, anchor: selection.anchor }
}

/** A step of the keyboard with Shift held: the row left and the row reached are both chosen. */
export function extended(selection: Selection, order: readonly number[], from: number, to: number): Selection {
  const start = selection.anchor === null || !order.includes(selection.anchor) ? choosing(selection, from) : selection
  return ranged(start, order, to)
}

function choosing(selection: Selection, id: number): Selection {
  return isChosen(selection, id) ? { ...selection, anchor: id } : toggled(selection, id)
}

/** Those of the rows known here that are chosen. */
export function chosenAmong(selection: Selection, order: readonly number[]): number[] {
  return order.filter((id) => isChosen(selection, id))
}
