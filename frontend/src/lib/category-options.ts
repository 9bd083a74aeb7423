interface Named {
  id: number
  name: string
  group: string
}

interface OptionGroup {
  group: string
  items: { value: string; label: string }[]
}

/** Categories under their headings, in their own order, as a list to choose from. */
export function categoryOptions(categories: readonly Named[]): OptionGroup[] {
  const groups = new Map<string, OptionGroup>()
  for (const { id, name, group } of categories) {
    const heading = group || 'Your own'
    const known = groups.get(heading) ?? { group: heading, items: [] }
    known.items.push({ value: String(id), label: name })
    groups.set(heading, known)
  }
  return [...groups.values()]
}
