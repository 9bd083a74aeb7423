/** What the rhythms, roles and states of recurring series are called. */

import { t } from '@lingui/core/macro'

export const CADENCES = {
  weekly: t`every week`,
  biweekly: t`every two weeks`,
  four_weekly: t`every four weeks`,
  semi_monthly: t`twice a month`,
  monthly: t`every month`,
  bimonthly: t`every two months`,
  quarterly: t`every quarter`,
  half_yearly: t`every half year`,
  yearly: t`every year`,
} as const

/** In the order in which they are listed. */
export const ROLES = {
  subscription: { one: t`Subscription`, many: t`Subscriptions` },
  bill: { one: t`Bill`, many: t`Bills` },
  instalment: { one: t`Instalment`, many: t`Instalments` },
  saving: { one: t`Saving`, many: t`Savings and transfers` },
  income: { one: t`Income`, many: t`Income` },
} as const

export const STATES = {
  early: t`Just begun`,
  active: t`Running`,
  paused: t`Paused`,
  ended: t`Ended`,
} as const

const NOTES: Record<string, string> = {
  trial_to_paid: t`A trial that became paid.`,
  paused_before: t`It paused for a while before.`,
  moved_day: t`Its usual day has moved.`,
  charged_after_cancelling: t`It was charged after you cancelled it.`,
}

/** A remark of the engine; one that has no words here is left out. */
export function noteWords(note: string): string | null {
  return NOTES[note] ?? (note.includes(' ') ? note : null)
}
