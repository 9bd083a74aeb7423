import { t } from '@lingui/core/macro'
import type { Advice, AdviceOutcome, AdviceReason } from '@/api/types'
import { dayName } from '@/lib/period'

/** Why a piece is not for you, as the menu asks it and the list of past advice repeats it. */
export const REASONS: Readonly<Record<Exclude<AdviceReason, ''>, { ask: string; told: string }>> = {
  not_true: { ask: t`It is not true`, told: t`You said that it is not true.` },
  not_worth_it: { ask: t`It is not worth it to me`, told: t`You said that it is not worth it.` },
  not_possible: { ask: t`I cannot do it`, told: t`You said that it cannot be done.` },
  done_already: { ask: t`I have done it already`, told: t`You had done it already.` },
  other: { ask: t`Another reason`, told: t`You said no.` },
}

const EFFORTS: Readonly<Record<string, string>> = {
  minutes: t`takes minutes`,
  'an hour': t`takes about an hour`,
  'a habit': t`takes a habit`,
}

export function effortWords(effort: string): string | null {
  return effort ? (EFFORTS[effort] ?? effort) : null
}

export const OUTCOMES: Readonly<Record<AdviceOutcome['state'], string>> = {
  pending: t`Too early to tell`,
  likely: t`Likely working`,
  proven: t`Proven`,
  failed: t`It did not work`,
  reversed: t`It worked, then went back`,
}

/** What has been measured since, in a sentence; amounts are shown beside it. */
export function outcomeWords({ state, as_of: seen }: AdviceOutcome): string {
  const until = dayName(seen)
  if (state === 'pending') return t`Rows up to ${until} are too few to say anything.`
  if (state === 'likely') return t`Rows up to ${until} point that way; a few more will prove it.`
  if (state === 'proven') return t`Rows up to ${until} show it beyond chance.`
  if (state === 'failed') return t`Rows up to ${until} show no difference.`
  return t`Rows up to ${until} are back where they were.`
}

/** When the follow-up looks again, if the advice names a day. */
export function dueDay({ follow_up: plan }: Pick<Advice, 'follow_up'>): string | null {
  const { due } = plan
  return /^\d{4}-\d{2}-\d{2}$/u.test(due) ? due : null
}

const UNDER_WAY = new Set<Advice['status']>(['accepted'])
const ENDED = new Set<Advice['status']>(['done', 'dismissed', 'expired'])

export function underWay(advice: readonly Advice[]): Advice[] {
  return advice.filter(({ status }) => UNDER_WAY.has(status))
}

/** The latest ended first. */
export function ended(advice: readonly Advice[]): Advice[] {
  return advice.filter(({ status }) => ENDED.has(status)).sort((a, b) => (b.ended_at ?? '').localeCompare(a.ended_at ?? ''))
}
