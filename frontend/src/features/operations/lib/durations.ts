import { plural } from '@lingui/core/macro'
import { locale } from '@/lib/language'

function inUnit(value: number, unit: string): string {
  return `${new Intl.NumberFormat(locale(), { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)} ${unit}`
}

/** "40 ms", "1.2 s", "3 min", "5 h", "2 days". */
export function durationName(seconds: number): string {
  if (seconds < 1) return inUnit(seconds * 1000, 'ms')
  if (seconds < 90) return inUnit(seconds, 's')
  if (seconds < 90 * 60) return inUnit(Math.round(seconds / 60), 'min')
  if (seconds < 48 * 3600) return inUnit(Math.round(seconds / 3600), 'h')
  return plural(Math.round(seconds / 86_400), { one: '# day', other: '# days' })
}
