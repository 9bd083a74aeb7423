/**
 * What the reader of a file says and asks, which the server writes in English: told in the page's language. What has no
 * words here stands as it came.
 */

import { t } from '@lingui/core/macro'
import { formatFact } from '@/lib/fact-value'
import { isEnglish } from '@/lib/language'
import { dayName, isoDay } from '@/lib/period'
import { retoldBy, type Retelling } from '@/lib/retold'

const MONTHS: Record<string, number> = {
  January: 1,
  February: 2,
  March: 3,
  April: 4,
  May: 5,
  June: 6,
  July: 7,
  August: 8,
  September: 9,
  October: 10,
  November: 11,
  December: 12,
}

/** "1 February 2025" as the page writes days. */
function dayWords(day: string, month: string, year: string): string {
  const number = MONTHS[month]
  return number ? dayName(isoDay(Number(year), number, Number(day))) : `${day} ${month} ${year}`
}

const ORDERS: Record<string, string> = {
  'day, month, year': t`day, month, year`,
  'month, day, year': t`month, day, year`,
  'year, month, day': t`year, month, day`,
}

const QUESTIONS: readonly Retelling[] = [
  [/^Which day is ['"](.*)['"] in line (\d+)\?$/u, (cell, line) => t`Which day is “${cell}” in line ${line}?`],
  [/^How much is ['"](.*)['"] in line (\d+)\?$/u, (cell, line) => t`How much is “${cell}” in line ${line}?`],
  [/^Which currency is ['"](.*)['"] in line (\d+)\?$/u, (cell, line) => t`Which currency is “${cell}” in line ${line}?`],
  [/^Which currency is the sign ['"](.*)['"]\?$/u, (sign) => t`Which currency is the sign “${sign}”?`],
  [/^Which of these is the amount in line (\d+)\?$/u, (line) => t`Which of these is the amount in line ${line}?`],
  [
    /^The file does not say which way money went\. What is ['"](.*)['"] in line (\d+)\?$/u,
    (text, line) => t`The file does not say which way money went. What is “${text}” in line ${line}?`,
  ],
  [
    /^The rows of this file look like those of (.*): (.+\.) Is it the same account\?$/u,
    (name, reason) => t`The rows of this file look like those of ${name}. ${found(reason)} Is it the same account?`,
  ],
  [
    /^The rows of account (.*) look like those of (.*): (.+\.) Is it the same account\?$/u,
    (number, name, reason) => t`The rows of account ${number} look like those of ${name}. ${found(reason)} Is it the same account?`,
  ],
  [
    /^The file is of account (.*), and (.*) is (.*)\. Should its rows go to (.*) all the same\?$/u,
    (number, name, other) => t`The file is of account ${number}, and ${name} is ${other}. Should its rows go to ${name} all the same?`,
  ],
]

const OPTIONS: readonly Retelling[] = [
  [
    /^(\d+) (\w+) (\d{4}) \((.*)\)$/u,
    (day, month, year, order) => `${dayWords(day, month, year)} (${ORDERS[order] ?? order})`,
  ],
  [/^(\S+) came in$/u, (amount) => t`${formatFact(amount, 'count')} came in`],
  [/^(\S+) was paid$/u, (amount) => t`${formatFact(amount, 'count')} was paid`],
  [/^(\S+) \(the decimal mark is a point\)$/u, (amount) => t`${formatFact(amount, 'count')} (the decimal mark is a point)`],
  [/^(\S+) \(the decimal mark is a comma\)$/u, (amount) => t`${formatFact(amount, 'count')} (the decimal mark is a comma)`],
  [/^Yes, to (.*)$/u, (name) => t`Yes, to ${name}`],
  [/^Yes, it is (.*)$/u, (name) => t`Yes, it is ${name}`],
  [/^No, find its own$/u, () => t`No, find its own`],
  [/^No, a new account$/u, () => t`No, a new account`],
]

const FOUND: readonly Retelling[] = [
  [/^The file states its number\.$/u, () => t`The file states its number.`],
  [/^The file bears its name\.$/u, () => t`The file bears its name.`],
  [/^The balances go on where it ends\.$/u, () => t`The balances go on where it ends.`],
  [/^It holds the same rows\.$/u, () => t`It holds the same rows.`],
  [/^This very file was imported into it(?: before)?\.$/u, () => t`This very file was imported into it before.`],
  [/^You chose it for files of this source\.$/u, () => t`You chose it for files of this source.`],
  [/^You chose it\.$/u, () => t`You chose it.`],
  [/^You said that it is a new account\.$/u, () => t`You said that it is a new account.`],
  [/^Files of this source (?:with such names )?went to it before\.$/u, () => t`Files of this source went to it before.`],
  [/^(?:Some of its|Its) movements look like the file's\.$/u, () => t`Its movements look like the file’s.`],
  [
    /^(\d+) of its (\d+) movements of these days are (?:the file's|among the file's \d+)\.$/u,
    (matches, of) => t`${matches} of its ${of} movements of these days are in the file.`,
  ],
]

const COLUMNS: Record<string, string> = {
  'its cells are amounts': t`its cells are amounts`,
  'its cells are currencies': t`its cells are currencies`,
  'its cells are dates': t`its cells are dates`,
  'its cells are the texts': t`its cells are the texts`,
  'its cells look like it': t`its cells look like it`,
  'its cells say in or out': t`its cells say in or out`,
  'its name suggests it': t`its name suggests it`,
  'it is empty': t`it is empty`,
  'it is named so': t`it is named so`,
  'not needed': t`not needed`,
  'not understood': t`not understood`,
  'the balances check': t`the balances check`,
  'you said so': t`you said so`,
}

const UNDERSTOOD: readonly Retelling[] = [
  [/^comma$/u, () => t`comma`],
  [/^point$/u, () => t`point`],
  [/^semicolon$/u, () => t`semicolon`],
  [/^tab$/u, () => t`tab`],
  [/^bar$/u, () => t`bar`],
  [/^line (\d+)$/u, (line) => t`line ${line}`],
  [/^none; columns recognised by content$/u, () => t`none; columns recognised by content`],
  [/^not named in the file$/u, () => t`not named in the file`],
  [/^as written$/u, () => t`as written`],
  [/^a column for money out and one for money in$/u, () => t`a column for money out and one for money in`],
  [/^signed amounts\b/u, () => t`signed amounts, minus leaves the account`],
  [/^(?:positive amounts leave|plus leaves) the account\b/u, () => t`plus leaves the account`],
  [/^all amounts come in\b/u, () => t`all amounts come in`],
  [/^amounts marked CR come in, all others leave\b/u, () => t`amounts marked CR come in, all others leave`],
  [/^a column says whether money came in or went out\b/u, () => t`a column says whether money came in or went out`],
  [
    /^opening (\S+) \+ (\d+) movements = closing ([^;\s]+)(?:; (.*))?$/u,
    (opening, movements, closing, more) => {
      const equation = t`opening ${formatFact(opening, 'count')} + ${movements} movements = closing ${formatFact(closing, 'count')}`
      return more ? `${equation}; ${understoodWords(more)}` : equation
    },
  ],
  [/^(\d+) of (\d+) steps of the running balance agree with the amounts$/u, (agree, of) => t`${agree} of ${of} steps of the running balance agree with the amounts`],
  [/^((?:day|month|year), (?:day|month), (?:day|year))\b/u, (order) => ORDERS[order] ?? order],
]

function told(retellings: readonly Retelling[], text: string): string {
  return isEnglish() ? text : retoldBy(retellings, text)
}

export const questionWords = (text: string): string => told(QUESTIONS, text)
export const optionWords = (text: string): string => told(OPTIONS, text)
export const understoodWords = (text: string): string => told(UNDERSTOOD, text)
export const columnReason = (text: string): string => (isEnglish() ? text : (COLUMNS[text] ?? text))

/** Why an account was taken for that of a file. */
export function found(reason: string): string {
  return told(FOUND, reason)
}
