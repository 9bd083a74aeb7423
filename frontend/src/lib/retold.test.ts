import { expect, test, vi } from 'vitest'
import { changeSummary, retold } from './retold'

test('in English a sentence of the server stands as it wrote it', () => {
  expect(retold('The text says “rossmann”.')).toBe('The text says “rossmann”.')
  expect(changeSummary({ summary: 'Deleted 3 rows', row_count: 3 })).toBe('Deleted 3 rows')
  expect(changeSummary({ summary: '', row_count: 2 })).toBe('2 rows changed')
})

test('in German it is told in German, one within another too, and what has no words stays', async () => {
  vi.resetModules()
  const [{ speak }, { messages }] = await Promise.all([import('./language'), import('@/locales/de-frame')])
  speak('de', messages)
  const german = await import('./retold')
  const told = {
    'You put “Rossmann” under Drogerie before.': '„Rossmann“ hast du bisher unter Drogerie eingeordnet.',
    'Undone: Changed 3 rows: category, tag rome added': 'Zurückgenommen: 3 Zeilen geändert: Kategorie, Schlagwort rome gegeben',
    'Deleted the account Giro with one row': 'Konto Giro mit 1 Zeile gelöscht',
    'Deleted Rossmann, -12.30 EUR': 'Rossmann, -12.30 EUR gelöscht',
    'Reconciled Giro with the statement of 2026-10-31': 'Giro mit dem Auszug vom 31. Okt. 2026 abgeglichen',
    'The same row, word for word. The texts differ, so it may be another one.':
      'Dieselbe Zeile, Wort für Wort. Die Texte unterscheiden sich, also kann es eine andere sein.',
    'Something new.': 'Something new.',
  }
  expect(Object.keys(told).map(german.retold)).toEqual(Object.values(told))
})
