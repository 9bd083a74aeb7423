import { describe, expect, it } from 'vitest'
import type { Goal } from '@/api/types'
import { barValue, movedGoals, oddsWords, percentWords, reasonWords } from './goal-words'

describe('odds in words', () => {
  it.each([
    ['1.0000', 'Almost certain'],
    ['0.9500', 'Almost certain'],
    ['0.9490', 'Very likely'],
    ['0.8000', 'Very likely'],
    ['0.7990', 'Likely'],
    ['0.6000', 'Likely'],
    ['0.5990', 'As likely as not'],
    ['0.3990', 'Unlikely'],
    ['0.0990', 'Very unlikely'],
    ['0.0000', 'Very unlikely'],
  ])('%s is %s', (odds, words) => {
    expect(oddsWords(odds)).toBe(words)
  })

  it('are no whole hundred where a path has failed', () => {
    expect(['0.9990', '1.0000', '0.0010', '0.0000', '0.8340'].map(percentWords)).toEqual(['more than 99%', '100%', 'less than 1%', '0%', '83%'])
  })

  it('have a reason where there are none', () => {
    expect(reasonWords({ reason: 'no_date' })).toContain('date')
    expect(reasonWords({ reason: '' })).toBe('')
  })
})

it('a bar is full at most, and never full too early', () => {
  expect([barValue('2.9534'), barValue('0.9999'), barValue('0.0133'), barValue('0.0000')]).toEqual([100, 99.9, 1.3, 0])
})

it('a goal moves among those shown', () => {
  const goals = [1, 2, 3, 4].map((id) => ({ id, is_archived: id === 2 })) as Goal[]
  const ids = (list: readonly Goal[]) => list.map(({ id }) => id)
  expect(ids(movedGoals(goals, 3, -1))).toEqual([3, 2, 1, 4])
  expect(ids(movedGoals(goals, 1, -1))).toEqual([1, 2, 3, 4])
  expect(ids(movedGoals(goals, 4, 1))).toEqual([1, 2, 3, 4])
})
