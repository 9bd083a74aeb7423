import { describe, expect, it } from 'vitest'
import { pairOf } from './pair'

const out = { id: 1, account: 1, amount: '-200.00', transfer: null }
const into = { id: 2, account: 2, amount: '200.00', transfer: null }

describe('two rows that can be one transfer', () => {
  it('leave one account and come into another, in whatever order they were chosen', () => {
    expect(pairOf([out, into])).toEqual({ outgoing: 1, incoming: 2 })
    expect(pairOf([into, out])).toEqual({ outgoing: 1, incoming: 2 })
  })

  it('are not on one account, not of one direction, not linked already, and not three', () => {
    expect(pairOf([out, { ...into, account: 1 }])).toBeNull()
    expect(pairOf([out, { ...into, amount: '-200.00' }])).toBeNull()
    expect(pairOf([out, { ...into, transfer: { id: 9, status: 'confirmed', other: 7 } }])).toBeNull()
    expect(pairOf([out, into, { ...into, id: 3 }])).toBeNull()
    expect(pairOf([out])).toBeNull()
  })
})
