/** What each term means, in plain words. Apart from the names, so that pages load the texts only when they are asked for. */

import { t } from '@lingui/core/macro'
import { locale } from './language'
import { TERMS, type TermId } from './terms'

export interface GlossaryEntry {
  id: TermId
  name: string
  text: string
}

const TEXTS: Record<TermId, string> = {
  account: t`A place where money lies or is owed: a bank account, a card, cash, a loan, a house. Each has one currency.`,
  transaction: t`One movement that a bank booked on one account. Money that leaves has a minus; nothing else does.`,
  transfer: t`Two transactions on your own accounts that are one movement. It is neither income nor spending.`,
  split: t`A transaction shared out over several categories. The shares add up to it to the cent.`,
  payee: t`Who was paid or who paid, under one name, however the bank spells it.`,
  category: t`What money was for. Yours to name, to group and to put in order.`,
  suggestion: t`A category that the program worked out, with its reason. A hollow mark shows it until you confirm it.`,
  tag: t`A word of your own that goes across categories, such as a journey or a flat you share.`,
  rule: t`A condition, and what is done to every transaction that meets it.`,
  'bank-statement': t`A file from your bank. Its lines are kept word for word, whatever you change later.`,
  import: t`One reading of one file. You see what was understood before anything is booked, and can take it back as a whole.`,
  certificate: t`The proof that every line of a file is accounted for: booked, there already, or left out with a reason.`,
  duplicate: t`A line that is in your ledger already. Two equal coffees on one day stay two; the same coffee in two files stays one.`,
  reconciliation: t`An account held against the bank’s statement: what was there before plus the ticked rows is what is there now.`,
  balance: t`What an account holds on a day: its opening balance and all transactions up to then.`,
  'base-currency': t`The currency that figures over all accounts are in. Other currencies are shown apart, or converted by the day’s rate.`,
  'exchange-rate': t`What one unit of a currency is worth in another on a day. Without one, an amount is left out and named.`,
  'net-worth': t`What stands on all your accounts together, less what you owe.`,
  'cash-flow': t`What came in and what went out in a period, and what stayed.`,
  'savings-rate': t`The part of your income that was not spent. Of 2,000 with 300 left at the end, that is 15 per cent.`,
  budget: t`What you mean to spend on a category in a month, or expect to come in.`,
  envelope: t`A way to budget in which every euro that came in is put to one purpose before it is spent, as if into envelopes.`,
  rollover: t`What goes over into the next month: what was left, and with some budgets what was too much.`,
  pace: t`How much of a month’s spending is usually gone by this day. The mark on a budget’s bar stands there.`,
  'free-to-spend': t`What is left of the budget after everything that is still due, shared out over the days that remain.`,
  'recurring-series': t`Payments that come back in a rhythm: rent, a subscription, a salary. Each has a next day and an expected amount.`,
  'price-change': t`A payment that comes back and now costs more or less than before.`,
  goal: t`A sum that you save for until a day, and the accounts that count towards it.`,
  debt: t`A loan or a card that is drawn, with its interest and the least you must pay a month.`,
  avalanche: t`Two orders in which debts can be paid off: the dearest first costs least, the smallest first ends one soonest.`,
  forecast: t`What your accounts will hold on days to come: known payments, and your habits for the rest.`,
  'confidence-band': t`The range around a forecast. An 80 per cent band is meant to hold the truth in eight cases of ten.`,
  'hit-rate': t`How often the program was right before, on your own past: of so many bands, so many held the truth.`,
  baseline: t`What somebody would say without any program, such as “as last month”. A forecast that is no better says so.`,
  'what-if': t`Changes that you try on the forecast, such as a cancelled contract. Nothing is booked by it.`,
  insight: t`Something that was noticed in your transactions and may be worth a look.`,
  anomaly: t`A transaction unlike your others there: far above the usual, charged twice, from a payee you never had.`,
  advice: t`Something you could do, why, and what it might bring in a year, with the transactions it counts.`,
  outcome: t`What came of advice that you took up, judged from later transactions only: proven, likely or failed.`,
  'health-score': t`How your money is doing, from 0 to 100, with the range in which it lies.`,
  pillar: t`One of the four sides of the score: spending, saving, borrowing, planning.`,
  drivers: t`Why a month cost more or less than another: more payments, other payees, or other prices. They add up to the cent.`,
  report: t`One month, quarter or year in writing, every figure in it with its transactions.`,
  restated: t`Said of a report whose figures differ from the version before, because transactions changed since.`,
  figure: t`A computed number. The dotted line under it opens its evidence.`,
  evidence: t`The transactions behind a figure, added up again while you look, and how it was computed.`,
  stale: t`Said of a figure whose transactions changed since it was computed.`,
  job: t`Work that the server does in the background. It goes on when you close the page.`,
  pin: t`A question that you keep on the overview. It is answered anew whenever you look.`,
  'language-model': t`A program of another maker that can word reports. It is off unless you switch it on, and never computes.`,
  'privacy-level': t`How much a language model is told of a figure: nothing, its name, a rough size, or all of it.`,
  'demo-household': t`Made-up bank statements in your own ledger, to look around with. One button takes them away again.`,
}

export const GLOSSARY: readonly GlossaryEntry[] = (Object.keys(TERMS) as TermId[])
  .map((id) => ({ id, name: TERMS[id], text: TEXTS[id] }))
  .sort((one, other) => one.name.localeCompare(other.name, locale()))

export function meaningOf(id: TermId): string {
  return TEXTS[id]
}

/** Entries in which every word of the question occurs. */
export function entriesWith(words: string): readonly GlossaryEntry[] {
  const asked = words.toLowerCase().split(/\s+/u).filter(Boolean)
  return GLOSSARY.filter(({ name, text }) => asked.every((word) => `${name} ${text}`.toLowerCase().includes(word)))
}
