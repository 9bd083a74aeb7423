import { i18n, type Messages } from '@lingui/core'
import { isLanguage, type Language } from '@/lib/language'

type Catalogue = () => Promise<{ messages: Messages }>

/**
 * English stands in the code; every other language is two files, fetched only where it is spoken: the words of the frame,
 * which the first paint waits for, and those of the pages, which come beside the page's own program.
 */
const CATALOGUES: Record<Exclude<Language, 'en'>, { frame: Catalogue; pages: Catalogue }> = {
  de: { frame: () => import('./de-frame'), pages: () => import('./de-pages') },
}

async function load(language: Language, part: 'frame' | 'pages'): Promise<Messages | null> {
  if (language === 'en') return {}
  try {
    return (await CATALOGUES[language][part]()).messages
  } catch {
    return null
  }
}

/** The words of the frame, empty for English; null when they cannot be fetched. */
export function loadMessages(language: Language): Promise<Messages | null> {
  return load(language, 'frame')
}

let flight: Promise<void> | null = null

/** The words of the pages. Once they are there, modules with texts at their top may be evaluated. */
export function pagesSpeak(language: string = i18n.locale): Promise<void> {
  if (!isLanguage(language)) return Promise.resolve()
  flight ??= load(language, 'pages').then((messages) => {
    if (messages) i18n.load(language, messages)
    // Out of reach: the page is in English, and the next one asks again.
    else flight = null
  })
  return flight
}

/** `module`, evaluated when the pages' words are there. */
export function worded<Module>(module: () => Promise<Module>): () => Promise<Module> {
  return async () => {
    await pagesSpeak()
    return module()
  }
}
