import { t } from '@lingui/core/macro'
import type { Goal, GoalReason } from '@/api/types'
import { percentName } from '@/lib/fact-value'

/** What odds are called; the figure stands beside it. */
const BANDS: readonly (readonly [number, string])[] = [
  [0.95, t`Almost certain`],
  [0.8, t`Very likely`],
  [0.6, t`Likely`],
  [0.4, t`As likely as not`],
  [0.1, t`Unlikely`],
  [0, t`Very unlikely`],
]

export function oddsWords(odds: string): string {
  const value = Number(odds)
  return BANDS.find(([least]) => value >= least)?.[1] ?? ''
}

/** "83%", never a whole hundred where a path has failed, never nothing where one has arrived. */
export function percentWords(ratio: string): string {
  const value = Number(ratio) * 100
  if (value > 0 && value < 1) return t`less than 1%`
  if (value > 99 && value < 100) return t`more than 99%`
  return percentName(Math.round(value))
}

const REASONS: Readonly<Record<Exclude<GoalReason, ''>, string>> = {
  reached: t`Reached.`,
  no_date: t`Give it a date to see how likely it is.`,
  date_passed: t`Its date has passed. Choose another one.`,
  too_far: t`Its date is too far ahead to say how likely it is.`,
  history: t`How likely it is needs six full months of transactions in its currency.`,
}

/** Why there are no odds; empty where there are. */
export function reasonWords({ reason }: Pick<Goal, 'reason'>): string {
  return reason === '' ? '' : REASONS[reason]
}

/** For the bar: 0 to 100, a goal that is over-full is full. */
export function barValue(progress: string): number {
  return Math.min(Math.max(Math.floor(Number(progress) * 1000) / 10, 0), 100)
}

/** One place up or down among those shown; the others keep theirs. */
export function movedGoals(goals: readonly Goal[], id: number, by: -1 | 1): Goal[] {
  const shown = goals.filter(({ is_archived: isArchived }) => !isArchived)
  const at = shown.findIndex((one) => one.id === id)
  const [goal, other] = [shown[at], shown[at + by]]
  if (!goal || !other) return [...goals]
  return goals.map((one) => (one.id === goal.id ? other : one.id === other.id ? goal : one))
}
