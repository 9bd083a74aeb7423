import { describe, expect, it } from 'vitest'
import type { KeptChange } from '@/api/types'
import { changeWords, idsOf, monthsOf, readChanges, saidOf, writeChanges } from './changes'

const names = { series: new Map([[4, 'Streamly']]), categories: new Map([[7, 'Groceries']]), accounts: new Map([[9, 'Car loan']]) }

describe('what the address says', () => {
  it('are changes, and nothing else', () => {
    const changes = [{ kind: 'cancel' as const, series: 4 }]
    expect(readChanges(writeChanges(changes))).toEqual(changes)
    expect(writeChanges([])).toBeUndefined()
    for (const text of [undefined, '', '{', '7', 'null', '[1,null,{"kind":"luck"},{},{"kind":"add","amount":"x"},{"kind":"add","amount":3}]']) {
      expect(readChanges(text)).toEqual([])
    }
    expect(readChanges(JSON.stringify(Array.from({ length: 30 }, () => changes[0])))).toHaveLength(20)
  })

  it('are at most three scenarios, each once, and a known span', () => {
    expect(idsOf('3,3,x,0,-1,5,8,9')).toEqual([3, 5, 8])
    expect(idsOf(undefined)).toEqual([])
    expect([monthsOf('24'), monthsOf('7'), monthsOf(undefined)]).toEqual(['24', '12', '12'])
  })
})

describe('a change in words', () => {
  it.each([
    [{ kind: 'cancel' as const, series: 4, starts: '2027-01-01' }, 'No Streamly from 1 January 2027'],
    [{ kind: 'cancel' as const, series: 5 }, 'No a series that is gone'],
    [{ kind: 'lose_income' as const, months: 3 }, 'No income for 3 months'],
    [{ kind: 'category' as const, category: 7, per_cent: '-20' }, '20% less in Groceries'],
    [{ kind: 'category' as const, category: 7, per_cent: '15' }, '15% more in Groceries'],
    [{ kind: 'due_day' as const, series: 4, day: 5 }, 'Streamly is due on day 5'],
  ])('%o', (change, words) => {
    expect(changeWords(change, 'EUR', names)).toBe(words)
  })

  it('says how often and how much', () => {
    const words = changeWords({ kind: 'add', amount: '-12.00', cadence: 'monthly', starts: '2027-01-01', label: 'Insurance' }, 'EUR', names)
    expect(words).toMatch(/^Insurance: .*12\.00.* every month from 1 January 2027$/u)
    expect(changeWords({ kind: 'debt', account: 9, amount: '50.00' }, 'EUR', names)).toMatch(/more a month on Car loan$/u)
  })
})

it('a kept change is said again without what it does not need', () => {
  const kept: KeptChange = {
    kind: 'add', series: null, income: [], account: null, category: null, amount: '-5.00', per_cent: null, day: null, months: null,
    cadence: '', starts: '2027-01-01', until: null, label: 'Lamp', about: 'Lamp', is_lost: false,
  }
  expect(saidOf(kept)).toEqual({ kind: 'add', amount: '-5.00', starts: '2027-01-01', label: 'Lamp' })
})
