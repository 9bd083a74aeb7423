import { describe, expect, it } from 'vitest'
import { answeredRun, askingRun } from '@/testing/import-runs'
import { verdictOf } from './verdict'
import { wordParts } from './word-parts'
import { columnLetter } from './roles'
import { spanName } from './understood'

const bare = answeredRun.accounts.map((account) => ({ ...account, balance_check: 'not_stated' as const }))

describe('how sure a reading is', () => {
  it('is proved by balances, whatever else is a guess', () => {
    expect(verdictOf(answeredRun).sureness).toBe('proved')
  })

  it('is open while a question is', () => {
    expect(verdictOf(askingRun)).toEqual({ sureness: 'asks', words: 'One question is open' })
  })

  it('is doubtful with a guessed column and no balances, and plain without both', () => {
    expect(verdictOf({ ...answeredRun, accounts: bare }).sureness).toBe('asks')
    expect(verdictOf({ ...answeredRun, accounts: bare, columns: [] }).sureness).toBe('read')
  })
})

it('is proved by a balance behind every line, but not when one step is off', () => {
  const read = { ...answeredRun, accounts: bare }
  expect(verdictOf({ ...read, understood: { balances: '6 of 6 steps of the running balance agree' } }).sureness).toBe('proved')
  expect(verdictOf({ ...read, understood: { balances: '5 of 6 steps of the running balance agree' } }).sureness).toBe('asks')
})

describe('small words', () => {
  it('tells apart the words that the other text does not have', () => {
    expect(wordParts('Karte 88 Filiale', 'karte 88')).toEqual([
      { text: 'Karte 88 ', isOwn: false },
      { text: 'Filiale', isOwn: true },
    ])
    expect(wordParts('', 'x')).toEqual([])
  })

  it('names columns and spans', () => {
    expect([0, 25, 26, 27].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AB'])
    expect(spanName('2025-03-02', '2025-03-11')).toBe('2 Mar – 11 Mar 2025')
    expect(spanName('2024-12-30', '2025-01-02')).toBe('30 Dec 2024 – 2 Jan 2025')
    expect(spanName(null, null)).toBe('')
  })
})
