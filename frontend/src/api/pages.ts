import type { Page } from './types'

/** The cursor of the next page, out of the address that the server gives. */
export function nextCursor(page: Page<unknown>): string | undefined {
  return cursorIn(page)
}

/** The same of an answer that holds more than its rows. */
export function cursorIn({ next }: { next?: string | null }): string | undefined {
  if (!next) return undefined
  return new URL(next, window.location.origin).searchParams.get('cursor') ?? undefined
}

/** Every row of a list, page after page. For lists that people keep short (accounts, categories, rules). */
export async function allRows<T>(load: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const rows: T[] = []
  let cursor: string | undefined
  do {
    const page: Page<T> = await load(cursor)
    rows.push(...page.results)
    cursor = nextCursor(page)
  } while (cursor !== undefined)
  return rows
}
