/** What each term means, in plain words. Apart from the names, so that pages load the texts only when they are asked for. */

import { TERMS, type TermId } from './terms'

export interface GlossaryEntry {
  id: TermId
  name: string
  text: string
}

const TEXTS: Record<TermId, string> = {
  account: 'A place where money lies or is owed: a bank account, a card, cash, a loan, a house. Each has one currency.',
  transaction: 'One movement that a bank booked on one account. Money that leaves has a minus; nothing else does.',
  transfer: 'Two transactions on your own accounts that are one movement. It is neither income nor spending.',
  split: 'A transaction shared out over several categories. The shares add up to it to the cent.',
  payee: 'Who was paid or who paid, under one name, however the bank spells it.',
  category: 'What money was for. Yours to name, to group and to put in order.',
  suggestion: 'A category that the program worked out, with its reason. A hollow mark shows it until you confirm it.',
  tag: 'A word of your own that goes across categories, such as a journey or a flat you share.',
  rule: 'A condition, and what is done to every transaction that meets it.',
  'bank-statement': 'A file from your bank. Its lines are kept word for word, whatever you change later.',
  import: 'One reading of one file. You see what was understood before anything is booked, and can take it back as a whole.',
  certificate: 'The proof that every line of a file is accounted for: booked, there already, or left out with a reason.',
  duplicate: 'A line that is in your ledger already. Two equal coffees on one day stay two; the same coffee in two files stays one.',
  reconciliation: 'An account held against the bank’s statement: what was there before plus the ticked rows is what is there now.',
  balance: 'What an account holds on a day: its opening balance and all transactions up to then.',
  'base-currency': 'The currency that figures over all accounts are in. Other currencies are shown apart, or converted by the day’s rate.',
  'exchange-rate': 'What one unit of a currency is worth in another on a day. Without one, an amount is left out and named.',
  'net-worth': 'What stands on all your accounts together, less what you owe.',
  'cash-flow': 'What came in and what went out in a period, and what stayed.',
  'savings-rate': 'The part of your income that was not spent. Of 2,000 with 300 left at the end, that is 15 per cent.',
  budget: 'What you mean to spend on a category in a month, or expect to come in.',
  envelope: 'A way to budget in which every euro that came in is put to one purpose before it is spent, as if into envelopes.',
  rollover: 'What goes over into the next month: what was left, and with some budgets what was too much.',
  pace: 'How much of a month’s spending is usually gone by this day. The mark on a budget’s bar stands there.',
  'free-to-spend': 'What is left of the budget after everything that is still due, shared out over the days that remain.',
  'recurring-series': 'Payments that come back in a rhythm: rent, a subscription, a salary. Each has a next day and an expected amount.',
  'price-change': 'A payment that comes back and now costs more or less than before.',
  goal: 'A sum that you save for until a day, and the accounts that count towards it.',
  debt: 'A loan or a card that is drawn, with its interest and the least you must pay a month.',
  avalanche: 'Two orders in which debts can be paid off: the dearest first costs least, the smallest first ends one soonest.',
  forecast: 'What your accounts will hold on days to come: known payments, and your habits for the rest.',
  'confidence-band': 'The range around a forecast. An 80 per cent band is meant to hold the truth in eight cases of ten.',
  'hit-rate': 'How often the program was right before, on your own past: of so many bands, so many held the truth.',
  baseline: 'What somebody would say without any program, such as “as last month”. A forecast that is no better says so.',
  'what-if': 'Changes that you try on the forecast, such as a cancelled contract. Nothing is booked by it.',
  insight: 'Something that was noticed in your transactions and may be worth a look.',
  anomaly: 'A transaction unlike your others there: far above the usual, charged twice, from a payee you never had.',
  advice: 'Something you could do, why, and what it might bring in a year, with the transactions it counts.',
  outcome: 'What came of advice that you took up, judged from later transactions only: proven, likely or failed.',
  'health-score': 'How your money is doing, from 0 to 100, with the range in which it lies.',
  pillar: 'One of the four sides of the score: spending, saving, borrowing, planning.',
  drivers: 'Why a month cost more or less than another: more payments, other payees, or other prices. They add up to the cent.',
  report: 'One month, quarter or year in writing, every figure in it with its transactions.',
  restated: 'Said of a report whose figures differ from the version before, because transactions changed since.',
  figure: 'A computed number. The dotted line under it opens its evidence.',
  evidence: 'The transactions behind a figure, added up again while you look, and how it was computed.',
  stale: 'Said of a figure whose transactions changed since it was computed.',
  job: 'Work that the server does in the background. It goes on when you close the page.',
  pin: 'A question that you keep on the overview. It is answered anew whenever you look.',
  'language-model': 'A program of another maker that can word reports. It is off unless you switch it on, and never computes.',
  'privacy-level': 'How much a language model is told of a figure: nothing, its name, a rough size, or all of it.',
  'demo-household': 'Made-up bank statements in your own ledger, to look around with. One button takes them away again.',
}

export const GLOSSARY: readonly GlossaryEntry[] = (Object.keys(TERMS) as TermId[])
  .map((id) => ({ id, name: TERMS[id], text: TEXTS[id] }))
  .sort((one, other) => one.name.localeCompare(other.name, 'en'))

export function meaningOf(id: TermId): string {
  return TEXTS[id]
}

/** Entries in which every word of the question occurs. */
export function entriesWith(words: string): readonly GlossaryEntry[] {
  const asked = words.toLowerCase().split(/\s+/u).filter(Boolean)
  return GLOSSARY.filter(({ name, text }) => asked.every((word) => `${name} ${text}`.toLowerCase().includes(word)))
}
