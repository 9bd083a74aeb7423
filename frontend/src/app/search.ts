/** The URL's search part: plain text only, so that "2026" stays a year and does not become a number. */

export interface RootSearch {
  period?: string
  figure?: string
}

export interface TransactionsSearch {
  account?: string
  category?: string
  q?: string
  /** The transaction whose drawer is open. */
  open?: string
  add?: string
}

export interface PartSearch {
  /** The part of the page that is open: rules, categories and so on. */
  part?: string
}

export interface OpenSearch {
  /** The number of what is opened on the page. */
  open?: string
}

export interface RecurringSearch extends OpenSearch {
  view?: string
}

export interface BudgetsSearch {
  month?: string
}

export interface ForecastSearch {
  currency?: string
  account?: string
  /** How far ahead. */
  days?: string
  /** "table" in place of the chart. */
  as?: string
}

export interface WhatIfSearch {
  /** Changes that are tried and not saved, as JSON. */
  try?: string
  /** Ids of the saved scenarios that are compared. */
  with?: string
  months?: string
  as?: string
}

export interface CashFlowSearch {
  by?: string
  /** "previous" or "year": the period set beside it. */
  against?: string
  as?: string
}

export interface NetWorthSearch {
  /** How many months back. */
  months?: string
  /** The month end whose accounts are listed. */
  day?: string
  as?: string
}

export interface ChangesSearch {
  month?: string
  by?: string
  against?: string
}

/** The step of the guided start. */
export interface StartSearch {
  step?: string
}

/** The question that is answered. */
export interface AskSearch {
  q?: string
}

export interface DoorSearch {
  next?: string
}

export function readSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text))
}

export function writeSearch(search: Record<string, unknown>): string {
  const kept = Object.entries(search).filter((pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '')
  const text = new URLSearchParams(kept).toString()
  return text ? `?${text}` : ''
}

/** Keeps the known names that carry text. */
export function pickText<Name extends string>(
  search: Record<string, unknown>,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const picked: Partial<Record<Name, string>> = {}
  for (const name of names) {
    const value = search[name]
    if (typeof value === 'string' && value !== '') picked[name] = value
  }
  return picked
}

/** The number that the URL names; null where it names none. */
export function numberOf(text: string | undefined): number | null {
  return text !== undefined && /^\d+$/u.test(text) ? Number(text) : null
}

/** Only a path of this site may be returned to after signing in. */
export function safeNext(next: string | undefined): string {
  return next && /^\/(?![/\\])/u.test(next) ? next : '/'
}
