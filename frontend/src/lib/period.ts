/**
 * Periods as people pick them and as the URL keeps them. Both days are included, as everywhere on screen.
 * Forms: "2026-10" (month), "2026" (year), "2026-10-01..2026-10-15" (days), "all".
 */

import { t } from '@lingui/core/macro'
import { isEnglish, locale } from './language'

export interface Period {
  /** Null on an open side. */
  start: string | null
  end: string | null
  key: string
}

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/
const YEAR = /^\d{4}$/
const DAYS = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/

export function isoDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function isRealDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** The period a URL names; null for text that names none. */
export function parsePeriod(key: string): Period | null {
  if (key === 'all') return { start: null, end: null, key }
  const month = MONTH.exec(key)
  if (month) {
    const [year, number] = [Number(month[1]), Number(month[2])]
    return { start: isoDay(year, number, 1), end: isoDay(year, number, lastDayOf(year, number)), key }
  }
  if (YEAR.test(key)) return { start: `${key}-01-01`, end: `${key}-12-31`, key }
  const days = DAYS.exec(key)
  const [start, end] = [days?.[1], days?.[2]]
  if (!start || !end || !isRealDay(start) || !isRealDay(end) || start > end) return null
  return { start, end, key }
}

export function monthPeriod(month: string): Period {
  const period = parsePeriod(month)
  if (!period || !MONTH.test(month)) throw new RangeError(`"${month}" is not a month`)
  return period
}

export function daysPeriod(start: string, end: string): Period | null {
  return parsePeriod(`${start}..${end}`)
}

/** "2026-10" of a day such as "2026-10-15". */
export function monthOf(day: string): string {
  return day.slice(0, 7)
}

export function addMonths(month: string, count: number): string {
  const [year, number] = month.split('-').map(Number)
  const index = (year ?? 0) * 12 + (number ?? 1) - 1 + count
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** Today where the person is; the one place that asks the clock. */
export function today(now: Date = new Date()): string {
  return isoDay(now.getFullYear(), now.getMonth() + 1, now.getDate())
}

export function lastFullMonth(day: string): string {
  return addMonths(monthOf(day), -1)
}

/** The last twelve months up to and with the given one. */
export function twelveMonthsTo(month: string): Period {
  const start = monthPeriod(addMonths(month, -11)).start
  const end = monthPeriod(month).end
  const period = daysPeriod(start ?? '', end ?? '')
  if (!period) throw new RangeError(`"${month}" is not a month`)
  return period
}

/** The neighbouring period of the same length; null where there is none (all time). */
export function shiftPeriod(period: Period, steps: number): Period | null {
  if (MONTH.test(period.key)) return parsePeriod(addMonths(period.key, steps))
  if (YEAR.test(period.key)) return parsePeriod(String(Number(period.key) + steps).padStart(4, '0'))
  if (!period.start || !period.end) return null
  const wholeMonths = wholeMonthsIn(period.start, period.end)
  if (wholeMonths > 0) {
    const start = monthPeriod(addMonths(monthOf(period.start), wholeMonths * steps)).start
    const end = monthPeriod(addMonths(monthOf(period.end), wholeMonths * steps)).end
    return daysPeriod(start ?? '', end ?? '')
  }
  const length = (dayNumber(period.end) - dayNumber(period.start) + 1) * steps
  return daysPeriod(dayAt(dayNumber(period.start) + length), dayAt(dayNumber(period.end) + length))
}

function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000)
}

function dayAt(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10)
}

function wholeMonthsIn(start: string, end: string): number {
  if (!start.endsWith('-01') || monthPeriod(monthOf(end)).end !== end) return 0
  const [fromYear, fromMonth] = start.split('-').map(Number)
  const [toYear, toMonth] = end.split('-').map(Number)
  return ((toYear ?? 0) - (fromYear ?? 0)) * 12 + (toMonth ?? 0) - (fromMonth ?? 0) + 1
}

function dateText(day: string, parts: Intl.DateTimeFormatOptions): string {
  if (isEnglish()) return englishDate(day, parts)
  return new Intl.DateTimeFormat(locale(), { ...parts, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

/** American names with the day before the month, as the reports write it, whichever English the browser prefers. */
function englishDate(day: string, parts: Intl.DateTimeFormatOptions): string {
  const date = new Date(`${day}T00:00:00Z`)
  const names = new Intl.DateTimeFormat('en-US', { ...parts, timeZone: 'UTC' }).formatToParts(date)
  const wanted = ['day', 'month', 'year'].map((type) => names.find((part) => part.type === type)?.value)
  return wanted.filter(Boolean).join(' ')
}

export function monthName(month: string): string {
  return dateText(`${month}-01`, { month: 'long', year: 'numeric' })
}

export type ReportKind = 'month' | 'quarter' | 'year'

/** "October 2026", "Q3 2026" or "2026" of a report's key, such as "2026-Q3". */
export function stretchName(key: string): string {
  const quarter = /^(\d{4})-Q([1-4])$/u.exec(key)
  if (quarter) return t`Q${quarter[2] ?? ''} ${quarter[1] ?? ''}`
  return MONTH.test(key) ? monthName(key) : key
}

/** The key of the month, quarter or year that holds this day. */
export function stretchOf(kind: ReportKind, day: string): string {
  if (kind === 'year') return day.slice(0, 4)
  return kind === 'month' ? monthOf(day) : `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** Keys of the last months, quarters or years up to the one that holds this day, the newest first. */
export function stretchesTo(kind: ReportKind, day: string, count: number): string[] {
  const step = { month: 1, quarter: 3, year: 12 }[kind]
  return Array.from({ length: count }, (_, back) => stretchOf(kind, addMonths(monthOf(day), -back * step)))
}

export function shortMonth(month: string): string {
  return dateText(`${month.slice(0, 7)}-01`, { month: 'short' })
}

/** "9 October 2026", or "9 Oct" in a table where the year is plain from the context. */
export function dayName(day: string, style: 'long' | 'short' | 'medium' = 'long'): string {
  if (style === 'short') return dateText(day, { day: 'numeric', month: 'short' })
  return dateText(day, { day: 'numeric', month: style === 'long' ? 'long' : 'short', year: 'numeric' })
}

/** "9 October 2026" as English sentences have it, in whatever language the page is. */
export function englishDay(day: string): string {
  return englishDate(day, { day: 'numeric', month: 'long', year: 'numeric' })
}

export function periodName(period: Period): string {
  if (period.key === 'all') return t`All time`
  if (MONTH.test(period.key)) return monthName(period.key)
  if (YEAR.test(period.key)) return period.key
  const { start, end } = period
  if (!start || !end) return t`All time`
  if (start === end) return dayName(start)
  if (wholeMonthsIn(start, end) > 0) return `${shortMonth(start)} ${start.slice(0, 4)} – ${shortMonth(end)} ${end.slice(0, 4)}`
  return `${dayName(start, start.startsWith(end.slice(0, 4)) ? 'short' : 'medium')} – ${dayName(end, 'medium')}`
}

/** For sentences: "in October 2026", "from 3 Oct to 9 Oct 2026", "so far". */
export function periodPhrase(period: Period): string {
  if (period.key === 'all') return t`over all time`
  const name = periodName(period)
  if (MONTH.test(period.key)) return t({ message: `in ${name}`, comment: 'A month with its year' })
  if (YEAR.test(period.key)) return t({ message: `in ${name}`, context: 'a year' })
  return t`in the period ${name}`
}
