/**
 * Sentences that the server stores in English, as reasons of categories and the names of changes are, told in the page's
 * language. One that has no words here stands as the server wrote it.
 */

import { plural, t } from '@lingui/core/macro'
import { isEnglish } from './language'
import { dayName } from './period'

/** A sentence's English form and, from what stands in its groups, the sentence. */
export type Retelling = readonly [form: RegExp, told: (...found: string[]) => string]

const CATEGORY: readonly Retelling[] = [
  [/^The text says “(.*)”\.$/u, (words) => t`The text says “${words}”.`],
  [/^The bank calls it “(.*)”\.$/u, (words) => t`The bank calls it “${words}”.`],
  [/^You put “(.*)” under (.*) before\.$/u, (name, category) => t`You put “${name}” under ${category} before.`],
  [/^You put “(.*)” under (.*) every time\.$/u, (name, category) => t`You put “${name}” under ${category} every time.`],
  [/^It looks like “(.*)”, which you put under (.*)\.$/u, (name, category) => t`It looks like “${name}”, which you put under ${category}.`],
  [/^Others put payees like “(.*)” under (.*)\.$/u, (name, category) => t`Others put payees like “${name}” under ${category}.`],
  [/^The word “(.*)” points to (.*)\.$/u, (word, category) => t`The word “${word}” points to ${category}.`],
  [/^Names like “(.*)” are mostly (.*)\.$/u, (name, category) => t`Names like “${name}” are mostly ${category}.`],
  [/^Your rule “(.*)” says so\.$/u, (rule) => t`Your rule “${rule}” says so.`],
  [/^Nothing like it is known yet\. Choose/u, () => t`Nothing like it is known yet. Choose a category once and it will be remembered.`],
]

const TRANSFER: readonly Retelling[] = [
  [/^The file names (.*) as the other side\.$/u, (name) => t`The file names ${name} as the other side.`],
  [/^Opposite amounts on one day, and no other/u, () => t`Opposite amounts on one day, and no other row could be the other side.`],
  [
    /^Opposite amounts (\d+) days? apart, and no other/u,
    (days) =>
      plural(Number(days), {
        one: 'Opposite amounts # day apart, and no other row could be the other side.',
        other: 'Opposite amounts # days apart, and no other row could be the other side.',
      }),
  ],
  [/^Opposite amounts (?:on one day|\d+ days? apart); the text names (.*)\.$/u, (name) => t`Opposite amounts; the text names ${name}.`],
  [/^Opposite amounts (?:on one day|\d+ days? apart); it pays off (.*)\.$/u, (name) => t`Opposite amounts; it pays off ${name}.`],
]

const SAME_ROW: readonly Retelling[] = [
  [/^(.+\.) The texts differ, so it may be another one\.$/u, (reason) => t`${retold(reason)} The texts differ, so it may be another one.`],
  [/^The same row, word for word\.$/u, () => t`The same row, word for word.`],
  [/^This very file was imported before\.$/u, () => t`This very file was imported before.`],
  [/^You said that it is the same movement\.$/u, () => t`You said that it is the same movement.`],
  [/^You entered a row with this amount around this day\.$/u, () => t`You entered a row with this amount around this day.`],
  [/^The same amount on the same day, told in another format\.$/u, () => t`The same amount on the same day, told in another format.`],
  [/^The same amount on nearly the same day, told/u, () => t`The same amount on nearly the same day, told in another format.`],
  [/^The same day and amount; the bank words it/u, () => t`The same day and amount; the bank words it differently now.`],
]

const DONE: readonly Retelling[] = [
  [/^Undone: (.*)$/u, (what) => t`Undone: ${retold(what)}`],
  [/^Done again: (.*)$/u, (what) => t`Done again: ${retold(what)}`],
  [/^Deleted (\d+) rows?$/u, (rows) => plural(Number(rows), { one: 'Deleted # row', other: 'Deleted # rows' })],
  [
    /^Changed (\d+) rows?: (.*)$/u,
    (rows, parts) => {
      const what = parts.split(', ').map(retoldPart).join(', ')
      return plural(Number(rows), { one: `Changed # row: ${what}`, other: `Changed # rows: ${what}` })
    },
  ],
  [/^Imported (.*)$/u, (file) => t`Imported ${file}`],
  [/^Rolled back (.*)$/u, (file) => t`Rolled back ${file}`],
  [/^Attached (.*)$/u, (file) => t`Attached ${file}`],
  [/^Removed (.*)$/u, (file) => t`Removed ${file}`],
  [/^Restored (.*)$/u, (what) => t`Restored ${what}`],
  [/^Rule “(.*)”$/u, (rule) => t`Rule “${rule}”`],
  [/^Categories were suggested$/u, () => t`Categories were suggested`],
  [/^Linked two rows as a transfer$/u, () => t`Linked two rows as a transfer`],
  [/^Said that two rows are no transfer$/u, () => t`Said that two rows are no transfer`],
  [/^Entered a transfer from (.*) to (.*), (.*)$/u, (from, to, amount) => t`Entered a transfer from ${from} to ${to}, ${amount}`],
  [/^Changed a transfer$/u, () => t`Changed a transfer`],
  [/^Deleted a transfer$/u, () => t`Deleted a transfer`],
  [/^Unlinked a transfer$/u, () => t`Unlinked a transfer`],
  [/^Put the categories into another order$/u, () => t`Put the categories into another order`],
  [/^Put the rules into another order$/u, () => t`Put the rules into another order`],
  [/^Merged the tag (.*) into (.*)$/u, (tag, into) => t`Merged the tag ${tag} into ${into}`],
  [/^Deleted the tag (.*)$/u, (tag) => t`Deleted the tag ${tag}`],
  [/^Merged the payee (.*) into (.*)$/u, (payee, into) => t`Merged the payee ${payee} into ${into}`],
  [/^Deleted the payee (.*)$/u, (payee) => t`Deleted the payee ${payee}`],
  [/^Split (.*) off the payee (.*)$/u, (name, payee) => t`Split ${name} off the payee ${payee}`],
  [/^Reconciled (.*) with the statement of (.*)$/u, (account, day) => reconciledWords(account, dayWords(day))],
  [
    /^Undid the reconciliation of (.*) with the statement of (.*)$/u,
    (account, date) => {
      const day = dayWords(date)
      return t`Undid the reconciliation of ${account} with the statement of ${day}`
    },
  ],
  [/^Changed the account (.*)$/u, (name) => t`Changed the account ${name}`],
  [
    /^Deleted the account (.*) with (one|\d+) rows?$/u,
    (name, rows) =>
      plural(rows === 'one' ? 1 : Number(rows), {
        one: `Deleted the account ${name} with # row`,
        other: `Deleted the account ${name} with # rows`,
      }),
  ],
  [/^Changed the category (.*)$/u, (name) => t`Changed the category ${name}`],
  [/^Merged the category (.*) into (.*)$/u, (name, into) => t`Merged the category ${name} into ${into}`],
  [/^Deleted the category (.*)$/u, (name) => t`Deleted the category ${name}`],
  [/^Made the rule (.*)$/u, (name) => t`Made the rule ${name}`],
  [/^Changed the rule (.*)$/u, (name) => t`Changed the rule ${name}`],
  [/^Deleted the rule (.*)$/u, (name) => t`Deleted the rule ${name}`],
  [/^Merged (row|\d+ rows) into (.*)$/u, (rows, into) => mergedWords(rows === 'row' ? 1 : Number.parseInt(rows, 10), into)],
  [/^Said that this was there already: (.*)$/u, (row) => t`Said that this was there already: ${row}`],
  [/^Said that this is a movement of its own: (.*)$/u, (row) => t`Said that this is a movement of its own: ${row}`],
  [/^Took back the answer about (.*)$/u, (row) => t`Took back the answer about ${row}`],
  [/^Entered (.*)$/u, (row) => t`Entered ${row}`],
  [/^Changed (.*)$/u, (row) => t`Changed ${row}`],
  [/^Deleted (.*)$/u, (row) => t`Deleted ${row}`],
]

function dayWords(date: string): string {
  return /^\d{4}-\d{2}-\d{2}$/u.test(date) ? dayName(date, 'medium') : date
}

function reconciledWords(account: string, day: string): string {
  return t`Reconciled ${account} with the statement of ${day}`
}

function mergedWords(rows: number, into: string): string {
  return plural(rows, { one: `Merged # row into ${into}`, other: `Merged # rows into ${into}` })
}

const PART: readonly Retelling[] = [
  [/^tag (.*) added$/u, (tag) => t`tag ${tag} added`],
  [/^tag (.*) removed$/u, (tag) => t`tag ${tag} removed`],
  [/^category$/u, () => t`category`],
  [/^note$/u, () => t`note`],
  [/^payee$/u, () => t`payee`],
  [/^status$/u, () => t`status`],
]

const ALL = [...CATEGORY, ...TRANSFER, ...SAME_ROW, ...DONE]

/** The sentence by the first form that fits it, as it is where none does. */
export function retoldBy(retellings: readonly Retelling[], sentence: string): string {
  for (const [form, told] of retellings) {
    const found = form.exec(sentence)
    if (found) return told(...found.slice(1))
  }
  return sentence
}

export function retold(sentence: string): string {
  return isEnglish() ? sentence : retoldBy(ALL, sentence)
}

function retoldPart(part: string): string {
  return retoldBy(PART, part)
}

/** What a change did; one that was made without words is told by the number of its rows. */
export function changeSummary({ summary, row_count: rows }: { summary: string; row_count: number }): string {
  return summary ? retold(summary) : plural(rows, { one: '# row changed', other: '# rows changed' })
}
