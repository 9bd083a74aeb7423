import { expect, test } from 'vitest'
import { actionsWords, conditionWords, type Names } from './rule-words'

const names: Names = {
  category: new Map([['7', 'Groceries']]),
  payee: new Map(),
  account: new Map([['2', 'Everyday']]),
  tag: new Map(),
}

test('conditions are told as a sentence', () => {
  const market = { field: 'text', op: 'contains', value: 'market' }
  expect(conditionWords(market, names)).toBe('Any text contains “market”')
  expect(
    conditionWords({ all: [market, { any: [{ field: 'out', op: '>', value: '50' }, { field: 'account', op: 'is', value: 2 }] }] }, names),
  ).toBe('Any text contains “market” and (money out more than 50 or account is Everyday)')
  expect(conditionWords({ not: market }, names)).toBe('Any text does not contain “market”')
  expect(conditionWords({ all: [{ field: 'is', op: 'is', value: 'expense' }, { not: { field: 'has', op: 'is', value: 'tag' } }] }, names)).toBe(
    'Money out and without a tag',
  )
  expect(conditionWords({ query: 'tag:rome' }, names)).toBe('Found by “tag:rome”')
  expect(conditionWords({ field: 'date', op: 'between', value: ['2026-01-01', '2026-02-01'] }, names)).toBe(
    'Day booked between 1 Jan 2026 and 1 Feb 2026',
  )
})

test('actions are told in a row, and what is gone is said to be gone', () => {
  expect(actionsWords([{ type: 'set_category', category: 7 }, { type: 'add_tags', tags: ['food'] }], names)).toBe(
    'put into Groceries and add the tag food',
  )
  expect(actionsWords([{ type: 'split', shares: [{ percent: '60', category: 7 }, {}] }], names)).toBe(
    'split into 2 shares (60 % Groceries and the rest)',
  )
  expect(actionsWords([{ type: 'set_category', category: 9 }], names)).toBe('put into something that is gone')
})
