import { describe, expect, test } from 'vitest'
import type { Category, Transaction } from '@/api/types'
import fixture from '@/testing/fixtures/transactions.json'
import categoryFixture from '@/testing/fixtures/categories.json'
import { choicesFor, MOST_CHOICES } from './review-choices'
import { again, alikeRows, currentRow, decide, leftCount, skip, startQueue, takeBack, type Decision } from './review-queue'

const rows = fixture.results as unknown as Transaction[]
const categories = categoryFixture.results as unknown as Category[]
const step = (...ids: number[]): Decision => ({ kind: 'set', ids, work: Promise.resolve(1) })
const byName = (name: string): Transaction[] => rows.filter(({ payee_name }) => payee_name === name)

describe('the queue', () => {
  const [first, second] = rows.map(({ id }) => id) as [number, number]

  test('goes on to the next row and counts what is left, also of rows not read yet', () => {
    const queue = startQueue(rows, 40)
    expect(currentRow(queue)?.id).toBe(first)
    const next = decide(queue, step(first))
    expect(currentRow(next)?.id).toBe(second)
    expect(leftCount(next)).toBe(39)
  })

  test('a skipped row still counts and comes round again', () => {
    const queue = skip(startQueue(rows, rows.length), first)
    expect(currentRow(queue)?.id).toBe(second)
    expect(leftCount(queue)).toBe(rows.length)
    expect(currentRow(again(queue))?.id).toBe(first)
  })

  test('what is taken back waits again, in its old place', () => {
    const done = step(first)
    const queue = skip(decide(startQueue(rows, rows.length), done), second)
    const back = takeBack(queue, done)
    expect(currentRow(back)?.id).toBe(first)
    expect(back.steps).toHaveLength(1)
  })

  test('knows the other rows of the same party until they are decided', () => {
    const [market, ...others] = byName('City Market')
    if (!market) throw new Error('The fixture has no City Market.')
    const queue = startQueue(rows, rows.length)
    expect(alikeRows(queue, market).map(({ id }) => id)).toEqual(others.map(({ id }) => id))
    expect(alikeRows(decide(queue, step(...others.map(({ id }) => id))), market)).toEqual([])
  })
})

describe('the choices for a row', () => {
  const [market] = byName('City Market')
  if (!market) throw new Error('The fixture has no City Market.')
  const plain: Transaction = { ...market, category: null, category_source: 'none' }
  const spending = categories.filter(({ kind }) => kind === 'expense')
  const [one, two, three] = spending as [Category, Category, Category]

  test('begin with the suggestion, then what its party got, then what was just used', () => {
    const suggested: Transaction = { ...plain, category: one.id, category_source: 'suggestion', category_reason: 'Because.' }
    const before: Transaction = { ...market, id: 900, category: two.id, category_source: 'user' }
    const found = choicesFor(suggested, { categories, decided: [before], chosen: [three.id, one.id] })
    expect(found.slice(0, 3).map(({ category }) => category.id)).toEqual([one.id, two.id, three.id])
    expect(found[0]?.why).toBe('Because.')
    expect(found).toHaveLength(MOST_CHOICES)
  })

  test('offer spending for spending, income for income, and nothing archived', () => {
    const income = choicesFor({ ...plain, amount: '12.00' }, { categories, decided: [], chosen: [one.id] })
    expect(new Set(income.map(({ category }) => category.kind))).toEqual(new Set(['income']))
    const archived = categories.map((each) => ({ ...each, is_archived: each.id === one.id }))
    expect(choicesFor(plain, { categories: archived, decided: [], chosen: [one.id] }).some(({ category }) => category.id === one.id)).toBe(false)
  })
})
