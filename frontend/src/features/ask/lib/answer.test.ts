import { expect, it } from 'vitest'
import type { Answer } from '@/api/types'
import answered from '@/testing/fixtures/ask-answer.json'
import { isMonthKey, leadingFact, readAs } from './answer'

const answer = answered as unknown as Answer

it('a sum leads with the sum, a count with the count', () => {
  expect(leadingFact(answer)?.id).toBe(answer.figures[0]?.facts['sum'])
  const counted: Answer = { ...answer, plan: { ...answer.plan, op: 'count' } }
  expect(leadingFact(counted)?.id).toBe(answer.figures[0]?.facts['count'])
})

it('tells what was read as which name', () => {
  expect(readAs({ read_as: { grocries: 'Groceries' } })).toBe('“grocries” as Groceries')
  expect(readAs({ read_as: {} })).toBe('')
})

it('knows a month by its key', () => {
  expect([isMonthKey('2025-03'), isMonthKey('17')]).toEqual([true, false])
})
