/** What the rhythms, roles and states of recurring series are called. */

export const CADENCES = {
  weekly: 'every week',
  biweekly: 'every two weeks',
  four_weekly: 'every four weeks',
  semi_monthly: 'twice a month',
  monthly: 'every month',
  bimonthly: 'every two months',
  quarterly: 'every quarter',
  half_yearly: 'every half year',
  yearly: 'every year',
} as const

/** In the order in which they are listed. */
export const ROLES = {
  subscription: { one: 'Subscription', many: 'Subscriptions' },
  bill: { one: 'Bill', many: 'Bills' },
  instalment: { one: 'Instalment', many: 'Instalments' },
  saving: { one: 'Saving', many: 'Savings and transfers' },
  income: { one: 'Income', many: 'Income' },
} as const

export const STATES = {
  early: 'Just begun',
  active: 'Running',
  paused: 'Paused',
  ended: 'Ended',
} as const

const NOTES: Record<string, string> = {
  trial_to_paid: 'A trial that became paid.',
  paused_before: 'It paused for a while before.',
  moved_day: 'Its usual day has moved.',
  charged_after_cancelling: 'It was charged after you cancelled it.',
}

/** A remark of the engine; one that has no words here is left out. */
export function noteWords(note: string): string | null {
  return NOTES[note] ?? (note.includes(' ') ? note : null)
}
