import { describe, expect, it } from 'vitest'
import { chosenAmong, EVERYTHING, extended, isChosen, isNothing, NOTHING, ranged, toggled } from './selection'

const ORDER = [9, 7, 5, 3, 1]

describe('selection', () => {
  it('is empty at first, and again after the same row twice', () => {
    expect(isNothing(NOTHING)).toBe(true)
    expect(chosenAmong(toggled(NOTHING, 5), ORDER)).toEqual([5])
    expect(isNothing(toggled(toggled(NOTHING, 5), 5))).toBe(true)
  })

  it('extends from the last touched row in both directions', () => {
    const from = toggled(NOTHING, 5)
    expect(chosenAmong(ranged(from, ORDER, 1), ORDER)).toEqual([5, 3, 1])
    expect(chosenAmong(ranged(from, ORDER, 9), ORDER)).toEqual([9, 7, 5])
  })

  it('takes a range out again when the anchor was taken out', () => {
    const all = ranged(toggled(NOTHING, 9), ORDER, 1)
    const without = toggled(all, 7)
    expect(chosenAmong(ranged(without, ORDER, 3), ORDER)).toEqual([9, 1])
  })

  it('holds for rows that are not loaded, with exceptions', () => {
    const most = toggled(EVERYTHING, 3)
    expect(isChosen(most, 123_456)).toBe(true)
    expect(isChosen(most, 3)).toBe(false)
    expect(chosenAmong(ranged(most, ORDER, 1), ORDER)).toEqual([9, 7, 5])
    expect(isNothing(EVERYTHING)).toBe(false)
  })

  it('grows with every step of the keyboard', () => {
    const one = extended(NOTHING, ORDER, 7, 5)
    expect(chosenAmong(one, ORDER)).toEqual([7, 5])
    expect(chosenAmong(extended(one, ORDER, 5, 3), ORDER)).toEqual([7, 5, 3])
  })

  it('starts a range at the row itself when nothing was touched or the anchor is gone', () => {
    expect(chosenAmong(ranged(NOTHING, ORDER, 5), ORDER)).toEqual([5])
    expect(chosenAmong(ranged(toggled(NOTHING, 77), ORDER, 5), ORDER)).toEqual([5])
  })
})
