import type { RulesHealth } from '@/api/types'
import { count } from '@/lib/words'

const ABOUT: Record<string, string> = { category: 'the category', payee: 'the payee', note: 'the note', status: 'the status' }

/** What is wrong with each rule, in sentences, by its number. */
export function troublesOf(health: RulesHealth | undefined): ReadonlyMap<number, string[]> {
  const found = new Map<number, string[]>()
  const add = (id: number, text: string): void => void found.set(id, [...(found.get(id) ?? []), text])
  if (!health || health.rows === 0) return found
  for (const { id } of health.never_matching) add(id, 'Matches none of your transactions. Change it, or remove it.')
  for (const { rule, by, matches } of health.shadowed)
    add(rule.id, `Matches ${count(matches, 'row')}, but “${by.name}” always comes first. Move this rule up, or remove it.`)
  for (const { first, second, about, rows } of health.conflicts)
    add(second.id, `“${first.name}” wants another thing for ${ABOUT[about] ?? about} of ${count(rows, 'row')}, and has its way.`)
  return found
}
