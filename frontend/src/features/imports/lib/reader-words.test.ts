import { expect, test, vi } from 'vitest'
import { questionWords } from './reader-words'

test('in English a question stands as the reader asks it', () => {
  expect(questionWords("Which day is '01/02/2025' in line 1?")).toBe("Which day is '01/02/2025' in line 1?")
})

test('in German questions, answers and what was understood are German, with German days and figures', async () => {
  vi.resetModules()
  const [{ speak }, { messages }] = await Promise.all([import('@/lib/language'), import('@/locales/de-pages')])
  speak('de', messages)
  const words = await import('./reader-words')
  expect(words.questionWords("Which day is '01/02/2025' in line 1?")).toBe('Welcher Tag ist „01/02/2025“ in Zeile 1?')
  expect(words.optionWords('1 February 2025 (day, month, year)')).toBe('1. Februar 2025 (Tag, Monat, Jahr)')
  expect(words.optionWords('12.50 came in')).toBe('12,50 kamen herein')
  expect(words.understoodWords('opening 1204.00 + 7 movements = closing 1812.05; 6 of 6 steps of the running balance agree with the amounts')).toBe(
    'Anfangsstand 1204,00 + 7 Bewegungen = Endstand 1812,05; 6 von 6 Schritten des laufenden Kontostands passen zu den Beträgen',
  )
  expect(words.columnReason('it is named so')).toBe('sie heißt so')
})
