import { t } from '@lingui/core/macro'
import { isEnglish, locale } from './language'

/** "1 row", "2 rows", "1,204 rows". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${new Intl.NumberFormat(locale()).format(number)} ${number === 1 ? one : many}`
}

/** "a, b and c". */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('')
  const [most, last] = [items.slice(0, -1).join(', '), items.at(-1) ?? '']
  return t({ message: `${most} and ${last}`, comment: 'A list of names: "a, b and c"' })
}

/** "Dearest first" as it stands inside of a sentence; only for names that do not begin with a noun. */
export function inSentence(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}

/** A noun inside of a sentence, which stays large where nouns are written so. */
export function nounInSentence(name: string): string {
  return isEnglish() ? inSentence(name) : name
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** "closing_balance" as "Closing balance". */
export function humanised(name: string): string {
  return capitalised(name.replaceAll(/[_.-]+/gu, ' ').trim())
}
