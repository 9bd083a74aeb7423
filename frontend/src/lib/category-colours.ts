import { createContext, useContext } from 'react'

const PALETTE = 10
const NEUTRAL = 'var(--mantine-color-dimmed)'

interface Grouped {
  id: number
  group: string
}

/**
 * Colours by category id. Categories of one group share a colour: more than ten colours cannot be told apart by
 * everybody, and names always stand beside them.
 */
export function coloursByGroup(categories: readonly Grouped[]): ReadonlyMap<number, string> {
  const groups = [...new Set(categories.map(({ group }) => group))]
  return new Map(categories.map(({ id, group }) => [id, `var(--sw-cat-${groups.indexOf(group) % PALETTE})`]))
}

/** The app fills it once, so that a category has the same colour on every page. */
export const CategoryColours = createContext<ReadonlyMap<number, string>>(new Map())

export function useCategoryColour(): (category: number | null) => string {
  const colours = useContext(CategoryColours)
  return (category) => (category === null ? NEUTRAL : (colours.get(category) ?? NEUTRAL))
}
