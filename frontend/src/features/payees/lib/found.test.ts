import { expect, test } from 'vitest'
import { foundPayees } from './found'

const payees = [
  { id: 1, name: 'Corner Café', transaction_count: 3, aliases: [] },
  { id: 2, name: 'City Market', transaction_count: 9, aliases: ['citymkt 0042'] },
  { id: 3, name: 'Market Hall', transaction_count: 9, aliases: [] },
]
const names = (words: string): string[] => foundPayees(payees, words).map(({ name }) => name)

test('finds by every word, without accents and case, the most used first', () => {
  expect(names('')).toEqual(['City Market', 'Market Hall', 'Corner Café'])
  expect(names('MARKET')).toEqual(['City Market', 'Market Hall'])
  expect(names('cafe corner')).toEqual(['Corner Café'])
  expect(names('nobody')).toEqual([])
})

test('finds by a spelling that was learned', () => {
  expect(names('mkt 0042')).toEqual(['City Market'])
})
