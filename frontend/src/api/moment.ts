import { isEnglish, locale } from '@/lib/language'

/** The newest of some times in milliseconds, null when nothing was ever read. */
export function newestOf(times: readonly number[]): number | null {
  const newest = Math.max(0, ...times)
  return newest > 0 ? newest : null
}

/** "28 November 2026, 09:05", in the browser's own time zone. */
export function momentWords(milliseconds: number): string {
  const moment = new Date(milliseconds)
  const tag = isEnglish() ? 'en-GB' : locale()
  const day = moment.toLocaleDateString(tag, { day: 'numeric', month: 'long', year: 'numeric' })
  return `${day}, ${moment.toLocaleTimeString(tag, { hour: '2-digit', minute: '2-digit' })}`
}
