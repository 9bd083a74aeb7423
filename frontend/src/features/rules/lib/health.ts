import { plural, t } from '@lingui/core/macro'
import type { RulesHealth } from '@/api/types'

const ABOUT: Record<string, string> = { category: t`the category`, payee: t`the payee`, note: t`the note`, status: t`the status` }

/** What is wrong with each rule, in sentences, by its number. */
export function troublesOf(health: RulesHealth | undefined): ReadonlyMap<number, string[]> {
  const found = new Map<number, string[]>()
  const add = (id: number, text: string): void => void found.set(id, [...(found.get(id) ?? []), text])
  if (!health || health.rows === 0) return found
  for (const { id } of health.never_matching) add(id, t`Matches none of your transactions. Change it, or remove it.`)
  for (const { rule, by, matches } of health.shadowed)
    add(rule.id, t`Matches ${plural(matches, { one: '# row', other: '# rows' })}, but “${by.name}” always comes first. Move this rule up, or remove it.`)
  for (const { first, second, about, rows } of health.conflicts)
    add(second.id, t`“${first.name}” wants another thing for ${ABOUT[about] ?? about} of ${plural(rows, { one: '# row', other: '# rows' })}, and has its way.`)
  return found
}
