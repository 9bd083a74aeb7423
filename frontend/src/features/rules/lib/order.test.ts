import { expect, test } from 'vitest'
import { troublesOf } from './health'
import { moved } from './order'

test('a rule moves one place, and stays at the ends', () => {
  expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
  expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b'])
})

test('every trouble stands at the rule that can be mended', () => {
  const health = {
    rows: 100,
    matches: [],
    never_matching: [{ id: 1, name: 'one' }],
    shadowed: [{ rule: { id: 2, name: 'two' }, by: { id: 3, name: 'three' }, matches: 4 }],
    conflicts: [{ first: { id: 3, name: 'three' }, second: { id: 2, name: 'two' }, about: 'category', rows: 1 }],
  }
  const found = troublesOf(health)
  expect(found.get(1)).toEqual(['Matches none of your transactions. Change it, or remove it.'])
  expect(found.get(2)).toHaveLength(2)
  expect(found.get(2)?.[1]).toBe('“three” wants another thing for the category of 1 row, and has its way.')
  expect(troublesOf({ ...health, rows: 0 }).size).toBe(0)
})
