import { describe, expect, it } from 'vitest'
import type { Budget } from '@/api/types'
import month from '@/testing/fixtures/budgets.json'
import { barOf, givers, paceOf, planned } from './budget-words'

const [any] = month.budgets
const budget = (given: Partial<Budget>): Budget => ({ ...(any as Budget), is_income: false, usual_by_now: null, ...given })

describe('a budget that is planned anew', () => {
  it('is told as the server will tell of it, to the cent', () => {
    const before = budget({ carried: '12.30', moved: '-2.00', actual: '40.01', planned: '10.00' })
    expect(planned(before, '50.00')).toMatchObject({ planned: '50.00', available: '60.30', left: '20.29' })
  })

  it('holds nothing against a month without a plan, but what was moved makes it one', () => {
    expect(planned(budget({ carried: '5.00', moved: '0.00', actual: '9.00' }), null)).toMatchObject({ planned: null, left: '5.00' })
    expect(planned(budget({ carried: '5.00', moved: '1.00', actual: '9.00' }), null)).toMatchObject({ planned: '0', left: '-3.00' })
  })
})

describe('the bar', () => {
  it('shows what is over, and the pace where it is known', () => {
    expect(barOf(budget({ planned: '50.00', available: '50.00', actual: '100.00', usual_by_now: '25.00' }))).toEqual({ used: 50, over: 50, pace: 25 })
    expect(barOf(budget({ planned: '50.00', available: '50.00', actual: '-5.00' }))).toEqual({ used: 0, over: 0, pace: null })
    expect(barOf(budget({ planned: null, available: '0.00', actual: '5.00' }))).toEqual({ used: 100, over: 0, pace: null })
  })
})

describe('the pace', () => {
  it('is fast from a tenth above the usual on', () => {
    const of = (actual: string) => paceOf(budget({ planned: '99.00', left: '1.00', actual, usual_by_now: '10.00' }))
    expect([of('11.00'), of('11.10')]).toEqual(['calm', 'fast'])
    expect(paceOf(budget({ planned: '9.00', left: '-0.01' }))).toBe('over')
  })
})

describe('money to move', () => {
  it('is there where something is left, most of it first', () => {
    const rows = [budget({ id: 1, left: '1.00' }), budget({ id: 2, left: '-1.00' }), budget({ id: 3, left: '10.00' })]
    expect(givers(rows).map(({ id }) => id)).toEqual([3, 1])
  })
})
