import { describe, expect, it } from 'vitest'
import type { Transaction } from '@/api/types'
import transactions from '@/testing/fixtures/transactions.json'
import type { SummaryTarget } from '@/lib/evidence-target'
import { contribution, runningRows } from './contributions'

const [sample] = transactions.results as Transaction[]

function txn(part: Partial<Transaction>): Transaction {
  if (!sample) throw new Error('the fixture is empty')
  return { ...sample, amount: '-10.00', currency: 'EUR', category: 1, splits: [], transfer: null, ...part }
}

function target(part: Partial<SummaryTarget>): SummaryTarget {
  return { kind: 'summary', metric: 'expense', period: 'all', ...part }
}

const SPLIT = txn({
  splits: [
    { id: 1, amount: '-7.00', category: 1, note: '' },
    { id: 2, amount: '-3.00', category: 2, note: '' },
  ],
})

describe('what a figure counts of a transaction', () => {
  it('counts by sign', () => {
    expect(contribution(txn({}), target({ metric: 'income' }), 'EUR')).toBeNull()
    expect(contribution(txn({ amount: '4.00' }), target({ metric: 'income' }), 'EUR')).toBe('4.00')
    expect(contribution(txn({}), target({ metric: 'net' }), 'EUR')).toBe('-10.00')
  })

  it('leaves out confirmed transfers and other currencies', () => {
    const transfer = { id: 1, status: 'confirmed', other: 2 } as const
    expect(contribution(txn({ transfer }), target({}), 'EUR')).toBeNull()
    expect(contribution(txn({ transfer: { ...transfer, status: 'suggested' } }), target({}), 'EUR')).toBe('-10.00')
    expect(contribution(txn({ currency: 'USD' }), target({}), 'EUR')).toBeNull()
  })

  it('takes the share of a split where the figure is about one category, else the whole', () => {
    expect(contribution(SPLIT, target({ category: 2 }), 'EUR')).toBe('-3.00')
    expect(contribution(SPLIT, target({ category: null }), 'EUR')).toBeNull()
    expect(contribution(SPLIT, target({}), 'EUR')).toBe('-10.00')
  })

  it('runs the sum from the opening balance, transfers included', () => {
    const rows = runningRows(
      [txn({}), txn({ amount: '2.50', transfer: { id: 1, status: 'confirmed', other: 2 } })],
      target({ metric: 'balance', account: 1 }),
      'EUR',
      '100.00',
      new Set([txn({}).account]),
    )
    expect(rows.map(({ running }) => running)).toEqual(['90.00', '92.50'])
  })
})
