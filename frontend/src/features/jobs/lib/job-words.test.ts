import { expect, test } from 'vitest'
import { changeMade } from './job-words'

const done = { kind: 'ledger_edit', status: 'succeeded', result: { change_set: '41' } } as const

test('a large change that is done can be taken back by its number', () => {
  expect(changeMade(done)).toBe(41)
  expect(changeMade({ ...done, kind: 'ledger_undo' })).toBe(41)
})

test('nothing else offers to be taken back', () => {
  expect(changeMade({ ...done, status: 'running' })).toBeNull()
  expect(changeMade({ ...done, kind: 'export' })).toBeNull()
  expect(changeMade({ ...done, result: null })).toBeNull()
  expect(changeMade({ ...done, result: { changed: '0' } })).toBeNull()
})
