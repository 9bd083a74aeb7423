/** Finds the figures of stored facts in a sentence that the server wrote, so that each can open its evidence there. */

import { englishRatio, formatRatio } from './fact-value'
import { spokenLanguage } from './language'
import { formatMoney, isAmount, negate, signOf } from './money'
import { dayName, englishDay } from './period'

export interface NamedFact {
  name: string
  id: string
  label: string
  value: string
  unit: string
}

export interface LinkedPart<Fact> {
  text: string
  fact: Fact | null
}

const NO_BREAK_SPACE = '\u00a0'
/** Sentences that were kept before there was a choice are English, whatever numbers look like where the reader is. */
const ENGLISH = 'en'

/** Each once: in English, and as the page's own language writes it. */
function either(...ways: string[]): string[] {
  return [...new Set(ways)]
}

/** What the server counts, as its sentences name it. */
const COUNTED: Readonly<Record<string, readonly string[]>> = {
  en: ['charges', 'charge', 'transactions', 'transaction', 'times'],
  de: ['Abbuchungen', 'Abbuchung', 'Buchungen', 'Buchung', 'Mal'],
}
const MONTHS: Readonly<Record<string, readonly string[]>> = { en: ['months'], de: ['Monate'] }

/** "9.9" as both languages write it. */
function decimals(text: string): Record<string, string> {
  return { en: text, de: text.replace('.', ',') }
}

function named(text: string, words: Readonly<Record<string, readonly string[]>>): string[] {
  return Object.entries(words).flatMap(([language, each]) => each.map((word) => `${decimals(text)[language] ?? text}${NO_BREAK_SPACE}${word}`))
}

/** The ways in which the server writes a fact into a sentence; signs stand outside of the figure. */
function spellings({ value, unit }: NamedFact): string[] {
  if (unit === 'date') return either(englishDay(value), dayName(value))
  if (!isAmount(value)) return []
  const size = signOf(value) < 0 ? negate(value) : value
  if (unit === 'ratio') return either(englishRatio(size), formatRatio(size))
  if (unit === 'months') return named(Number(size).toFixed(1), MONTHS)
  if (unit === 'count') return named(size, COUNTED)
  if (!/^[A-Z]{3}$/u.test(unit)) return []
  // The server knows languages and no countries: "€ 12,50" of Austria is "12,50 €" in its sentences.
  return either(...[ENGLISH, spokenLanguage()].map((locale) => formatMoney(size, unit, { locale })), formatMoney(size, unit))
}

interface Found<Fact> {
  start: number
  text: string
  fact: Fact
}

function isPartOfNumber(text: string, start: number, end: number): boolean {
  return /[\d.,]/u.test(text.charAt(start - 1)) || /\d/u.test(text.charAt(end))
}

function occurrences<Fact extends NamedFact>(text: string, fact: Fact): Found<Fact>[] {
  const found: Found<Fact>[] = []
  for (const spelling of spellings(fact)) {
    for (let start = text.indexOf(spelling); start >= 0; start = text.indexOf(spelling, start + spelling.length)) {
      if (!isPartOfNumber(text, start, start + spelling.length)) found.push({ start, text: spelling, fact })
    }
  }
  return found
}

/** The sentence in pieces. Where two facts are written alike, each takes one of the places, in their order. */
export function linkedWords<Fact extends NamedFact>(text: string, facts: readonly Fact[]): LinkedPart<Fact>[] {
  const all = facts.flatMap((fact) => occurrences(text, fact)).sort((a, b) => a.start - b.start || b.text.length - a.text.length)
  const parts: LinkedPart<Fact>[] = []
  const used = new Set<string>()
  let at = 0
  for (const { start, text: shown } of all) {
    if (start < at) continue
    const here = all.filter((one) => one.start === start && one.text === shown)
    const taken = here.find(({ fact }) => !used.has(fact.id)) ?? here[0]
    if (!taken) continue
    used.add(taken.fact.id)
    if (start > at) parts.push({ text: text.slice(at, start), fact: null })
    parts.push({ text: shown, fact: taken.fact })
    at = start + shown.length
  }
  if (at < text.length) parts.push({ text: text.slice(at), fact: null })
  return parts
}
