import { t } from '@lingui/core/macro'
import type { Category } from '@/api/types'

export interface Branch {
  category: Category
  /** 0 stands directly under the heading. */
  depth: number
}

export interface Heading {
  title: string
  branches: readonly Branch[]
}

const OWN = t`Your own`
const ARCHIVED = t`Archived`

function childrenOf(categories: readonly Category[]): ReadonlyMap<number | null, Category[]> {
  const ids = new Set(categories.map(({ id }) => id))
  const children = new Map<number | null, Category[]>()
  for (const category of categories) {
    const above = category.parent !== null && ids.has(category.parent) ? category.parent : null
    children.set(above, [...(children.get(above) ?? []), category])
  }
  return children
}

function branches(roots: readonly Category[], children: ReadonlyMap<number | null, Category[]>, depth = 0): Branch[] {
  return roots.flatMap((category) => [{ category, depth }, ...branches(children.get(category.id) ?? [], children, depth + 1)])
}

/** Categories under their headings, each with what is below it; archived ones under one heading at the end. */
export function headings(categories: readonly Category[]): Heading[] {
  const used = categories.filter(({ is_archived: isArchived }) => !isArchived)
  const children = childrenOf(used)
  const roots = children.get(null) ?? []
  const titles = [...new Set(roots.map(({ group }) => group || OWN))]
  const found = titles.map((title) => ({
    title,
    branches: branches(
      roots.filter(({ group }) => (group || OWN) === title),
      children,
    ),
  }))
  const archived = categories.filter(({ is_archived: isArchived }) => isArchived)
  return archived.length === 0 ? found : [...found, { title: ARCHIVED, branches: branches(archived, new Map()) }]
}

/** The category and all below it: none of them can stand above it. */
export function withBelow(categories: readonly Category[], id: number): ReadonlySet<number> {
  const found = new Set([id])
  for (let grown = true; grown; ) {
    grown = false
    for (const { id: other, parent } of categories)
      if (parent !== null && found.has(parent) && !found.has(other)) {
        found.add(other)
        grown = true
      }
  }
  return found
}

/** The ids in a new order: the category changes places with the sibling before (-1) or after it (1); null at an end. */
export function reordered(categories: readonly Category[], id: number, step: -1 | 1): number[] | null {
  const one = categories.find((category) => category.id === id)
  if (!one) return null
  const siblings = categories.filter(
    ({ parent, group, is_archived: isArchived }) =>
      parent === one.parent && isArchived === one.is_archived && (parent !== null || (group || OWN) === (one.group || OWN)),
  )
  const other = siblings[siblings.indexOf(one) + step]
  if (!other) return null
  return categories.map((category) => (category === one ? other.id : category === other ? one.id : category.id))
}
