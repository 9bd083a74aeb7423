/**
 * In which language the page speaks, and which country's numbers and dates go with it. The choice is the profile's; this
 * device keeps it for the pages before the sign-in. It is settled before the app is evaluated and holds until the page is
 * loaded anew, so that texts may stand at the top of a module.
 */

import { i18n } from '@lingui/core'
import { readMessage } from './message'

/** Every language that can be chosen, by its own name. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const
export type Language = keyof typeof LANGUAGES

/** Those that a browser's wish is enough for: whole pages of them are there, no English between (see locales/done.json). */
const COMPLETE: ReadonlySet<Language> = new Set(['en', 'de'])

const SCRIPTS_FROM_THE_RIGHT = new Set(['ar', 'fa', 'he', 'ur'])
const KEY = 'spendwise-language'

export function isLanguage(text: string | null | undefined): text is Language {
  return text !== null && text !== undefined && Object.hasOwn(LANGUAGES, text)
}

function baseOf(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? ''
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

/** What was chosen on this device, else the first of the browser's languages that is complete, else English. */
export function chosenLanguage(preferred: readonly string[] = navigator.languages): Language {
  const choice = kept()
  if (isLanguage(choice)) return choice
  return preferred.map(baseOf).filter(isLanguage).find((language) => COMPLETE.has(language)) ?? 'en'
}

/** Keeps the choice on this device. False where it cannot be kept, and where nothing has changed by it. */
export function keepLanguage(language: Language): boolean {
  const before = chosenLanguage()
  try {
    localStorage.setItem(KEY, language)
  } catch {
    return false
  }
  return before !== language && chosenLanguage() === language
}

/** "de-AT" for German where the browser knows it as Austria's, else "de". */
export function localeFor(language: string, preferred: readonly string[] = navigator.languages): string {
  return preferred.find((tag) => baseOf(tag) === language && tag.includes('-')) ?? language
}

export function directionOf(language: string): 'ltr' | 'rtl' {
  return SCRIPTS_FROM_THE_RIGHT.has(baseOf(language)) ? 'rtl' : 'ltr'
}

const compiled = new Map<string, ReturnType<typeof readMessage>>()

/** English stands in the code as it is written, so each of its texts is read once, when it is first said. */
function compileOnce(text: string): ReturnType<typeof readMessage> {
  const known = compiled.get(text)
  if (known) return known
  const made = readMessage(text)
  compiled.set(text, made)
  return made
}

/** From here on texts, numbers and dates are of this language; `messages` are its catalogue, none for English. */
export function speak(language: string, messages: Parameters<typeof i18n.load>[1] = {}): void {
  i18n.setMessagesCompiler(compileOnce)
  i18n.load(language, messages)
  i18n.activate(language, [localeFor(language), language])
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)
}

/** For `Intl`: numbers, money, lists and the names of days. */
export function locale(): string {
  return localeFor(i18n.locale)
}

/** As the server is asked for its sentences: "de". */
export function spokenLanguage(): string {
  return i18n.locale
}

export function isEnglish(): boolean {
  return i18n.locale === 'en'
}
