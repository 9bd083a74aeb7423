import { describe, expect, it } from 'vitest'
import type { CashDay, CategoryMonths } from '@/api/types'
import { subtract, sumAmounts } from '@/lib/money'
import { lowestOf } from '@/lib/lowest'
import { closerWords, hitWords, madeOf, monthTable, spanOf, tableDays } from './forecast'

function day(date: string, mid: string): CashDay {
  return { date, mid, low: null, high: null }
}

const days = Array.from({ length: 60 }, (_, index) => day(`2026-01-${index}`, String(100 - index)))

describe('a forecast in words', () => {
  const backtest = { mase: 0.7699, coverage: 0.857, windows: 86, beats_naive: true, says: '' }

  it('counts how often its band held', () => {
    expect(hitWords({ backtest })).toBe('Our 80% band held 74 of the 86 times that we tried it on your own past.')
    expect(hitWords({ backtest: { ...backtest, windows: 0 } })).toBeNull()
  })

  it('boasts only where it was closer', () => {
    expect(closerWords({ backtest })).toBe('It was 23% closer than repeating what was before.')
    expect(closerWords({ backtest: { ...backtest, beats_naive: false } })).toBeNull()
  })
})

describe('the days of a forecast', () => {
  it('have a lowest one, the earliest of equals', () => {
    expect(lowestOf([day('a', '5.00'), day('b', '-1.20'), day('c', '-1.20')])?.date).toBe('b')
    expect(lowestOf([])).toBeNull()
  })

  it('are all in the table of a month, and by weeks with the last one beyond', () => {
    expect(tableDays(days.slice(0, 30), '30')).toHaveLength(30)
    expect(tableDays(days, '60')).toHaveLength(9)
    expect(tableDays(days, '60').at(-1)).toBe(days.at(-1))
  })

  it('begin with a month unless the address says otherwise', () => {
    expect([spanOf('90'), spanOf('7'), spanOf(undefined)]).toEqual(['90', '30', '30'])
  })
})

it('categories come the largest first, without those that expect nothing', () => {
  const line = (category: number | null, ...mids: string[]): CategoryMonths => ({
    category,
    category_name: '',
    method: 'mix',
    backtest: { horizon: 3, mase: null, coverage: null, n: 0, beats_naive: null },
    months: mids.map((mid) => ({ month: '2026-01', low: null, mid, high: null })),
  })
  const table = monthTable([line(null, '10'), line(1, '-5.00'), line(2, '0.00'), line(3, '0.00', '-80.00')])
  expect(table.whole?.category).toBeNull()
  expect(table.lines.map(({ category }) => category)).toEqual([3, 1])
  expect(table.empty).toBe(1)
})

it('a month is made of its payments and of the rest, to the cent', () => {
  const paid = (date: string, amount: string) => ({ date, amount, account: '1', evidence: 1 })
  const days = [day('2026-01-30', '90.10'), day('2026-01-31', '40.00'), day('2026-02-01', '50.05')]
  const months = madeOf('100.00', days, [paid('2026-01-31', '-60.00'), paid('2026-01-31', '15.00'), paid('2026-02-01', '20.00'), paid('2026-02-09', '-7.00')])
  expect(months).toEqual([
    { day: '2026-01-31', comes: '15.00', leaves: '-60.00', everyday: '-15.00', end: '40.00' },
    { day: '2026-02-01', comes: '20.00', leaves: '0', everyday: '-9.95', end: '50.05' },
  ])
  const moved = sumAmounts(months.flatMap(({ comes, leaves, everyday }) => [comes, leaves, everyday]))
  expect(moved).toBe(subtract('50.05', '100.00'))
})
