import { describe, expect, it } from 'vitest'
import type { CashFlow } from '@/api/types'
import fixture from '@/testing/fixtures/cash-flow.json'
import { compareAmounts, sumAmounts } from '@/lib/money'
import { monthPeriod } from '@/lib/period'
import { againstOf, byOf, layout, MOST_MARKS, otherPeriod, sidesOf } from './flows'

const flow = fixture as unknown as CashFlow
const node = (name: string, inflow: string, outflow: string) => ({ ids: [1], name, q: '', inflow, outflow, saved: '0', count: 1, before: null })

describe('the sides of a cash flow', () => {
  it('are equally high, to the cent', () => {
    const poor = { ...flow, inflow: '10.00', outflow: '-30.00', saved: '-20.00', nodes: [node('Pay', '10.00', '0.00'), node('Rent', '0.00', '-30.00')] }
    for (const one of [flow, poor]) {
      const { left, right } = sidesOf(one)
      expect(compareAmounts(sumAmounts(left.map(({ size }) => size)), sumAmounts(right.map(({ size }) => size)))).toBe(0)
    }
    expect(sidesOf(poor).left.at(-1)).toMatchObject({ name: 'From savings', size: '20.00' })
  })

  it('tell what is small together', () => {
    const many = { ...flow, nodes: Array.from({ length: 14 }, (_, index) => node(`Shop ${index}`, '0.00', `-${index + 1}.00`)), saved: '-105.00' }
    const { right } = sidesOf(many)
    expect(right).toHaveLength(MOST_MARKS + 1)
    expect(right.at(-1)).toMatchObject({ name: '5 more', size: '15.00' })
  })

  it('fill the same height in the middle, without overlap', () => {
    const { left, right, middleHeight } = layout(sidesOf(flow).left, sidesOf(flow).right)
    for (const side of [left, right]) {
      expect(side.reduce((sum, { height }) => sum + height, 0)).toBeCloseTo(middleHeight, 3)
      for (const [index, one] of side.entries()) expect(one.top).toBeGreaterThanOrEqual(index === 0 ? 0 : (side[index - 1]?.top ?? 0) + (side[index - 1]?.height ?? 0))
    }
  })
})

it('the period beside is the one before, or the same a year earlier', () => {
  const march = monthPeriod('2028-02')
  expect(otherPeriod(march, 'previous')?.key).toBe('2028-01')
  expect(otherPeriod(march, 'year')).toMatchObject({ start: '2027-02-01', end: '2027-02-28' })
  expect(otherPeriod(march, 'none')).toBeNull()
  expect([byOf('tag'), byOf('luck'), againstOf('year'), againstOf(undefined)]).toEqual(['tag', 'category', 'year', 'none'])
})
