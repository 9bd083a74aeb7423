import { describe, expect, it } from 'vitest'
import { addMonths, dayName, lastFullMonth, monthPeriod, parsePeriod, periodName, shiftPeriod, stretchesTo, stretchName, stretchOf, today, twelveMonthsTo } from './period'

describe('periods in the URL', () => {
  it('reads a month, a year, days and all', () => {
    expect(parsePeriod('2024-02')).toEqual({ start: '2024-02-01', end: '2024-02-29', key: '2024-02' })
    expect(parsePeriod('2026')).toEqual({ start: '2026-01-01', end: '2026-12-31', key: '2026' })
    expect(parsePeriod('2026-10-03..2026-10-09')?.end).toBe('2026-10-09')
    expect(parsePeriod('all')).toEqual({ start: null, end: null, key: 'all' })
  })

  it.each(['', '2026-13', '2026-02-30..2026-03-01', '2026-10-09..2026-10-03', '26', 'last'])('refuses "%s"', (key) => {
    expect(parsePeriod(key)).toBeNull()
  })
})

describe('moving in time', () => {
  it('adds months over the turn of the year', () => {
    expect(addMonths('2026-01', -1)).toBe('2025-12')
    expect(addMonths('2026-11', 14)).toBe('2028-01')
  })

  it('goes to the neighbour of the same length', () => {
    expect(shiftPeriod(monthPeriod('2026-03'), -1)?.key).toBe('2026-02')
    const year = twelveMonthsTo('2026-10')
    expect(shiftPeriod(year, -1)?.key).toBe('2024-11-01..2025-10-31')
    const days = parsePeriod('2026-10-03..2026-10-09')
    expect(days && shiftPeriod(days, 1)?.key).toBe('2026-10-10..2026-10-16')
    const all = parsePeriod('all')
    expect(all && shiftPeriod(all, 1)).toBeNull()
  })

  it('takes the day from where the person is', () => {
    expect(today(new Date(2026, 10, 3, 23, 59))).toBe('2026-11-03')
    expect(lastFullMonth('2026-01-15')).toBe('2025-12')
  })
})

describe('names', () => {
  it('writes dates out', () => {
    expect(dayName('2026-10-09')).toBe('9 October 2026')
    expect(dayName('2026-10-09', 'short')).toBe('9 Oct')
    expect(dayName('2026-10-09', 'medium')).toBe('9 Oct 2026')
  })

  it.each([
    ['2026-10', 'October 2026'],
    ['2026', '2026'],
    ['all', 'All time'],
    ['2025-11-01..2026-10-31', 'Nov 2025 – Oct 2026'],
    ['2026-10-03..2026-10-09', '3 Oct – 9 Oct 2026'],
    ['2025-12-30..2026-01-02', '30 Dec 2025 – 2 Jan 2026'],
    ['2026-10-03..2026-10-03', '3 October 2026'],
  ])('names %s', (key, name) => {
    const period = parsePeriod(key)
    expect(period && periodName(period)).toBe(name)
  })
})

describe('the periods of reports', () => {
  it.each([
    ['2026-10', 'October 2026'],
    ['2026-Q3', 'Q3 2026'],
    ['2026', '2026'],
  ])('calls %s by its name', (key, name) => {
    expect(stretchName(key)).toBe(name)
  })

  it('knows which holds a day', () => {
    expect([stretchOf('month', '2026-12-31'), stretchOf('quarter', '2026-12-31'), stretchOf('year', '2026-12-31')]).toEqual([
      '2026-12',
      '2026-Q4',
      '2026',
    ])
    expect(stretchOf('quarter', '2026-01')).toBe('2026-Q1')
  })

  it('offers the last ones without a gap', () => {
    expect(stretchesTo('month', '2026-02-28', 3)).toEqual(['2026-02', '2026-01', '2025-12'])
    expect(stretchesTo('quarter', '2026-05-01', 3)).toEqual(['2026-Q2', '2026-Q1', '2025-Q4'])
    expect(stretchesTo('year', '2026-01-01', 2)).toEqual(['2026', '2025'])
  })
})
