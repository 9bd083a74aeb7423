import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { speak } from './language'
import { linkedWords, type NamedFact } from './linked-words'

function fact(name: string, value: string, unit = 'EUR'): NamedFact {
  return { name, id: name, label: name, value, unit }
}

function links(text: string, ...facts: NamedFact[]): [string, string | null][] {
  return linkedWords(text, facts).map((part) => [part.text, part.fact?.name ?? null])
}

describe('figures in sentences', () => {
  it('are found by what they are worth, without their sign', () => {
    expect(links('It was €1,237.67, €131.29 above before.', fact('excess', '-131.29'), fact('lately', '-1237.67'))).toEqual([
      ['It was ', null],
      ['€1,237.67', 'lately'],
      [', ', null],
      ['€131.29', 'excess'],
      [' above before.', null],
    ])
  })

  it('that are written alike are each linked once', () => {
    expect(links('€80.90 and €80.90 again', fact('first', '-80.90'), fact('amount', '-80.90'))).toEqual([
      ['€80.90', 'first'],
      [' and ', null],
      ['€80.90', 'amount'],
      [' again', null],
    ])
  })

  it('are never cut out of a longer number', () => {
    expect(links('€80.901 or €180.90', fact('amount', '80.90'))).toEqual([['€80.901 or €180.90', null]])
  })

  it('may be per cents, months and days', () => {
    const facts = [fact('rate', '0.1066', 'ratio'), fact('buffer', '9.86', 'months'), fact('next', '2026-12-01', 'date')]
    expect(links('10.7% and 9.9\u00a0months on 1 December 2026', ...facts).map(([, name]) => name)).toEqual(['rate', null, 'buffer', null, 'next'])
  })

  it('leave a sentence without facts as it is', () => {
    expect(links('Nothing here.')).toEqual([['Nothing here.', null]])
  })
})

describe('figures in German sentences', () => {
  beforeAll(() => speak('de'))
  afterAll(() => speak('en'))

  it('are found as German writes them, and as English does where the words were kept', () => {
    const facts = [fact('size', '-1237.67'), fact('rate', '0.1066', 'ratio'), fact('buffer', '9.86', 'months'), fact('rows', '3', 'count')]
    const words = '1.237,67\u00a0€, 10,7\u00a0%, 9,9\u00a0Monate und 3\u00a0Abbuchungen'
    expect(links(words, ...facts).filter(([, name]) => name !== null)).toEqual([
      ['1.237,67\u00a0€', 'size'],
      ['10,7\u00a0%', 'rate'],
      ['9,9\u00a0Monate', 'buffer'],
      ['3\u00a0Abbuchungen', 'rows'],
    ])
    expect(links('It was €1,237.67.', ...facts)[1]).toEqual(['€1,237.67', 'size'])
  })
})
