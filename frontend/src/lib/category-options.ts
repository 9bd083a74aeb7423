import { t } from '@lingui/core/macro'

interface Named {
  id: number
  name: string
  group: string
  is_archived?: boolean
}

interface OptionGroup {
  group: string
  items: { value: string; label: string }[]
}

/** Categories under their headings, in their own order, as a list to choose from; archived ones last, for rows that have one. */
export function categoryOptions(categories: readonly Named[]): OptionGroup[] {
  const groups = new Map<string, OptionGroup>()
  const ordered = [...categories.filter((one) => !one.is_archived), ...categories.filter((one) => one.is_archived)]
  for (const { id, name, group, is_archived: isArchived } of ordered) {
    const heading = isArchived ? t`Archived` : group || t`Your own`
    const known = groups.get(heading) ?? { group: heading, items: [] }
    known.items.push({ value: String(id), label: name })
    groups.set(heading, known)
  }
  return [...groups.values()]
}
