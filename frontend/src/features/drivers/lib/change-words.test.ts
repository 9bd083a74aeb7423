import { expect, it } from 'vitest'
import type { DriverLine } from '@/api/types'
import { moreSpent, placed } from './change-words'

it('more spent is more, whatever sign the ledger gives it', () => {
  expect([moreSpent('-5.18'), moreSpent('3.00'), moreSpent('0.00')]).toEqual(['5.18', '-3.00', '0.00'])
})

it('bars lie on one line around zero', () => {
  const line = (change: string): DriverLine => ({ change }) as DriverLine
  const lines = [line('-30.00'), line('10.00')]
  const at = placed(lines)
  expect(lines.map(at)).toEqual([
    { start: 25, size: 75 },
    { start: 0, size: 25 },
  ])
})
