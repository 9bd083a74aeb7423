import '@fontsource-variable/inter/opsz.css'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './app/global.css'

import { chosenLanguage, speak } from './lib/language'
import { loadMessages, pagesSpeak } from './locales/load'

const language = chosenLanguage()
void pagesSpeak(language)
const messages = await loadMessages(language)
// A catalogue that is out of reach leaves the page in English: better than no page.
if (messages) speak(language, messages)
else speak('en')
// Evaluated last: texts at the top of its modules are in the language by now.
const { start } = await import('./app/start')
start()
