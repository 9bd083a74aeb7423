const PALETTE = 10

/** The CSS colour of a category: by its id, so that it is the same on every page; grey for what has none. */
export function categoryColour(category: number | null): string {
  return category === null ? 'var(--mantine-color-dimmed)' : `var(--sw-cat-${category % PALETTE})`
}
