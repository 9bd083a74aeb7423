import { t } from '@lingui/core/macro'
import type { Answer } from '@/api/types'

export type AnswerFact = Answer['facts'][number]
export type AnswerFigures = Answer['figures'][number]

export function factsById({ facts }: Pick<Answer, 'facts'>): ReadonlyMap<string, AnswerFact> {
  return new Map(facts.map((fact) => [fact.id, fact]))
}

/** "Read grocries as Groceries": what was taken for a name that it nearly spells. */
export function readAs(answer: Pick<Answer, 'read_as'>): string {
  return Object.entries(answer.read_as)
    .map(([word, name]) => t`“${word}” as ${name}`)
    .join(', ')
}

/** The figure that a tile shows large: the one that the question is about, in the order of what it can be. */
const LEADING = ['average', 'part', 'change', 'balance', 'largest', 'smallest', 'sum'] as const

export function leadingFact(answer: Answer): AnswerFact | undefined {
  const figures = answer.figures[0]
  if (!figures) return answer.facts[0]
  const facts = factsById(answer)
  const names = answer.plan?.['op'] === 'count' ? ['count'] : LEADING
  const name = names.find((one) => figures.facts[one] !== undefined)
  return name ? facts.get(figures.facts[name] ?? '') : undefined
}

const MONTH = /^\d{4}-\d{2}$/u

export function isMonthKey(key: string): boolean {
  return MONTH.test(key)
}
