import { expect, test } from 'vitest'
import { newAction, readActions, writeActions } from './actions'

test.each([
  { type: 'set_category', category: 7 },
  { type: 'set_payee', payee: 3 },
  { type: 'add_tags', tags: ['rome', 'trip'] },
  { type: 'remove_tags', tags: ['rome'] },
  { type: 'append_note', note: 'half of it' },
  { type: 'set_status', status: 'pending' },
  { type: 'link_transfer', account: 2 },
  { type: 'split', shares: [{ percent: '60', category: 7 }, { amount: '5.00', note: 'deposit' }, { category: 8, note: 'the rest' }] },
])('an action is read and written the same: %j', (json) => {
  expect(writeActions(readActions([json]))).toEqual([json])
})

test('one action without its value holds all back', () => {
  expect(writeActions([newAction('set_category')])).toBeNull()
  expect(writeActions([...readActions([{ type: 'set_note', note: 'x' }]), newAction('add_tags')])).toBeNull()
  expect(writeActions([newAction('split')])).toBeNull()
})
