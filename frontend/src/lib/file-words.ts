import { plural } from '@lingui/core/macro'
import { locale } from './language'

/** "900 bytes", "4.2 kB", "256 MB", "1.5 GB". */
export function sizeName(bytes: number): string {
  if (bytes < 1000) return plural(bytes, { one: '# byte', other: '# bytes' })
  const [value, unit] =
    bytes < 1_000_000 ? [bytes / 1000, 'kB'] : bytes < 1_000_000_000 ? [bytes / 1_000_000, 'MB'] : [bytes / 1_000_000_000, 'GB']
  return `${new Intl.NumberFormat(locale(), { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)} ${unit}`
}

/** "3fa9c2…81d0": enough of a hash to compare by eye. */
export function shortHash(hash: string): string {
  return hash.length > 14 ? `${hash.slice(0, 6)}…${hash.slice(-4)}` : hash
}
