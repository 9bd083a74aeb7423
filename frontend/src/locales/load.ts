import type { Messages } from '@lingui/core'
import type { Language } from '@/lib/language'

/** English stands in the code; every other language is one file, fetched only where it is spoken. */
const CATALOGUES: Record<Exclude<Language, 'en'>, () => Promise<{ messages: Messages }>> = {
  de: () => import('./de'),
}

/** The catalogue of a language, empty for English; null when it cannot be fetched. */
export async function loadMessages(language: Language): Promise<Messages | null> {
  if (language === 'en') return {}
  try {
    return (await CATALOGUES[language]()).messages
  } catch {
    return null
  }
}
