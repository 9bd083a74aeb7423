import { t } from '@lingui/core/macro'

/** What leaves at each privacy level, in plain words. */

export type PrivacyLevel = 0 | 1 | 2 | 3

export interface LevelWords {
  level: PrivacyLevel
  title: string
  leaves: string
}

export const LEVELS: readonly LevelWords[] = [
  { level: 1, title: t`Labels only`, leaves: t`What a figure is called, its currency, and whether it rose or fell. No amount, no date, no name: payees, categories and accounts are called payee_1, category_2 and so on.` },
  { level: 2, title: t`Labels and rough sizes`, leaves: t`The same, and in which band an amount lies, such as 100 to 200. Still no exact amount, no date and no name.` },
  { level: 3, title: t`Everything in the sentence`, leaves: t`The exact figures and dates of the sentences, and the names of payees, categories and accounts in them.` },
]

export const NEVER = t`Account numbers, IBANs, card numbers and e-mail addresses never leave, at any level.`

/** Parts of a report by their ids. */
export const SECTIONS: Readonly<Record<string, string>> = {
  ahead: t`What is ahead`,
  advice: t`Advice`,
  changes: t`What changed`,
  currencies: t`Other currencies`,
  goals: t`Goals and debts`,
  health: t`Financial health`,
  months: t`Month by month`,
  movements: t`Large and unusual payments`,
  quality: t`What this rests on`,
  recurring: t`Bills and subscriptions`,
  restated: t`What changed since the last version`,
  spending: t`Where it went`,
  summary: t`Summary`,
  worked: t`Did it work`,
}

/** How an endpoint is asked, for people. */
export const RUNGS: Record<string, string> = {
  json_schema: t`answers by a schema`,
  json_object: t`answers in JSON`,
  tool: t`answers by a tool call`,
  text: t`answers in plain text`,
}

export const QUESTIONS_LEAVE = t`The words of such a question leave at once, with the names of your categories and accounts at every level, so that it can choose among them. Times, amounts and payees that were understood leave as tokens. It computes nothing: you see what it takes the question for, and confirm it.`
