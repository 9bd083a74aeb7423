/** The report's JSON file: sentences, tables and charts that all point at facts. */

import { t } from '@lingui/core/macro'
import { daysPeriod, monthOf, monthPeriod, periodName } from '@/lib/period'

export interface Part {
  text: string
  /** The fact behind a figure; absent for fixed words and names. */
  fact?: string
}

export interface Sentence {
  text: string
  facts: string[]
  parts: Part[]
}

export interface Table {
  id: string
  caption: string
  columns: { title: string; is_numeric: boolean }[]
  rows: Sentence[][]
}

export interface Chart {
  id: string
  title: string
  summary: string
  reference_title: string
  bars: { label: string; value: string; fact: string; reference: string | null; reference_fact: string | null }[]
}

export interface Item {
  rule: string
  title: Sentence
  what: Sentence
  why: Sentence
  how: Sentence
  gain: Sentence
  effort: string
}

export interface ReportSection {
  id: string
  title: string
  sentences: Sentence[]
  tables: Table[]
  charts: Chart[]
  items: Item[]
}

export interface ReportFact {
  id: string
  metric: string
  kind: string
  value: string
  unit: string
  period: { start: string; end: string }
  formula: string
  transactions: number[]
  inputs: string[]
}

/** What stands beside the words of a report, in its own language. */
export interface WordsAround {
  why: string
  how: string
  gain: string
  effort: string
  worded: string
  filled: string
}

const WORDS_AROUND: WordsAround = {
  why: t`Why`,
  how: t`How`,
  gain: t`Gain`,
  effort: t`Effort`,
  worded: t`In the words of the language model`,
  filled: t`Every figure is filled in from the rows behind it.`,
}

export function wordsAround(document: ReportDocument): WordsAround {
  return document.words ?? WORDS_AROUND
}

export interface ReportDocument {
  version: number
  /** Its first month. */
  month: string
  /** Of a quarter or year only. */
  kind?: string
  period?: string
  currency: string
  /** Absent, as the words are, from reports that are older than the choice of a language. */
  language?: string
  words?: WordsAround
  is_partial: boolean
  headline: Sentence
  key_figures: { label: string; value: Sentence; note: Sentence }[]
  sections: ReportSection[]
  /** The sections that a language model put into words; absent where templates worded all of it. */
  worded?: { section: string; model: string }[]
  facts: ReportFact[]
}

/** The shape of the file that this page can read. */
const FORMAT_VERSION = 1

/** The file as a document; an error in words when it is of a shape that this page does not know. */
export function readDocument(value: unknown): ReportDocument {
  const isKnown =
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    value.version === FORMAT_VERSION &&
    'sections' in value &&
    Array.isArray(value.sections) &&
    'facts' in value &&
    Array.isArray(value.facts)
  if (!isKnown) throw new Error(t`This report is of a newer kind than this page. Reload the page.`)
  return value as unknown as ReportDocument
}

export function factsById(document: ReportDocument): Map<string, ReportFact> {
  return new Map(document.facts.map((fact) => [fact.id, fact]))
}

export function factPeriodName({ period: { start, end } }: ReportFact): string {
  const month = monthPeriod(monthOf(start))
  const period = month.start === start && month.end === end ? month : daysPeriod(start, end)
  return period ? periodName(period) : `${start} – ${end}`
}
