import { expect, test } from 'vitest'
import type { Category } from '@/api/types'
import { headings, reordered, withBelow } from './tree'

function category(id: number, part: Partial<Category> = {}): Category {
  return {
    id,
    name: `Category ${id}`,
    key: '',
    kind: 'expense',
    group: 'Food',
    is_essential: false,
    is_archived: false,
    parent: null,
    position: id,
    ...part,
  }
}

const household = [
  category(1),
  category(2, { parent: 1 }),
  category(3, { group: 'Home' }),
  category(4),
  category(5, { parent: 2 }),
  category(6, { is_archived: true }),
  category(7, { group: '', parent: 6 }),
]

test('stands under its heading, with what is below it', () => {
  const told = headings(household).map(({ title, branches }) => [title, branches.map(({ category: { id }, depth }) => [id, depth])])
  expect(told).toEqual([
    ['Food', [[1, 0], [2, 1], [5, 2], [4, 0]]],
    ['Home', [[3, 0]]],
    ['Your own', [[7, 0]]],
    ['Archived', [[6, 0]]],
  ])
})

test('cannot go below itself', () => {
  expect(withBelow(household, 1)).toEqual(new Set([1, 2, 5]))
  expect(withBelow(household, 3)).toEqual(new Set([3]))
})

test('changes places with its neighbour of the same heading only', () => {
  expect(reordered(household, 1, 1)).toEqual([4, 2, 3, 1, 5, 6, 7])
  expect(reordered(household, 4, 1)).toBeNull()
  expect(reordered(household, 3, -1)).toBeNull()
})
