import { describe, expect, test } from 'vitest'
import { hasGaps, newGroup, newQuery, newTest, readCondition, replaced, writeCondition } from './condition'

const market = { field: 'text', op: 'contains', value: 'market' }
const large = { field: 'out', op: '>', value: '50' }

describe('a condition read and written again', () => {
  test.each([
    market,
    { all: [market, large] },
    { any: [market, { all: [large, { query: 'is:expense' }] }] },
    { not: { any: [market, large] } },
    { not: { all: [market, large] } },
    { all: [{ not: market }, large] },
    { all: [{ not: { query: 'tag:rome' } }, market] },
    { field: 'amount', op: 'between', value: ['10', '20'] },
    { field: 'category', op: 'is', value: 7 },
    { field: 'payee', op: 'is', value: 3 },
    { all: [market, { field: 'moon', op: 'is', value: 'full' }] },
  ])('is the same: %j', (json) => {
    expect(writeCondition(readCondition(json))).toEqual(json)
  })

  test('says a list of values as alternatives', () => {
    expect(writeCondition(readCondition({ field: 'account', op: 'in', value: [1, 2] }))).toEqual({
      any: [
        { field: 'account', op: 'is', value: 1 },
        { field: 'account', op: 'is', value: 2 },
      ],
    })
  })

  test('calls "is" of a text by the name that the page offers', () => {
    expect(writeCondition(readCondition({ field: 'note', op: 'is', value: 'x' }))).toEqual({ field: 'note', op: 'equals', value: 'x' })
  })
})

describe('a condition that is being written', () => {
  test('leaves out lines without a value, and says that there are some', () => {
    const group = newGroup([{ ...newTest(), value: 'market' }, newTest(), newQuery()])
    expect(writeCondition(group)).toEqual(market)
    expect(hasGaps(group)).toBe(true)
  })

  test('is nothing while it is empty', () => {
    expect(writeCondition(newGroup())).toBeNull()
  })

  test('takes a comma for the point of an amount, and not for that of a text', () => {
    expect(writeCondition({ ...newTest('out'), value: '12,50' })).toEqual({ field: 'out', op: '>', value: '12.50' })
    expect(writeCondition({ ...newTest('note'), value: 'a,b' })).toEqual({ field: 'note', op: 'contains', value: 'a,b' })
  })

  test('is changed and shortened at any depth', () => {
    const deep = newTest()
    const group = newGroup([newTest(), newGroup([deep, newTest()], 'any')])
    const filled = replaced(group, deep.key, () => ({ ...deep, value: 'market' }))
    expect(writeCondition(filled)).toEqual(market)
    expect(writeCondition(replaced(filled, deep.key, () => null))).toBeNull()
  })
})
