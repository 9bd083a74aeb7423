import { describe, expect, it } from 'vitest'
import { fieldName, toldFields, valueWords } from './change-words'

describe('the words of a change', () => {
  it('names fields as the page does', () => {
    expect(fieldName('booking_date')).toBe('Booked')
    expect(fieldName('note')).toBe('Note')
  })

  it('says nothing for what was empty', () => {
    for (const empty of [null, undefined, '', []]) expect(valueWords(empty)).toBe('nothing')
  })

  it('names rows, lists tags and shares, and writes a real minus', () => {
    expect(valueWords({ id: 3, name: 'Travel' })).toBe('Travel')
    expect(valueWords(['work', 'lisbon'])).toBe('work and lisbon')
    expect(valueWords('-12.50')).toBe('\u221212.50')
    expect(valueWords([{ amount: '-2.00', category: { id: 1, name: 'Food' } }, { amount: '-3.00', category: null }])).toBe(
      '\u22122.00 Food and \u22123.00 nothing',
    )
  })

  it('tells days as the page does, and the words of a field only in that field', () => {
    expect(valueWords('2026-10-05')).toBe('5 Oct 2026')
    expect(valueWords('user', 'category_source')).toBe('you')
    expect(valueWords('user', 'note')).toBe('user')
  })

  it('leaves out what only follows from a changed category', () => {
    const fields = ['category', 'category_reason', 'category_source', 'note'].map((field) => ({ field }))
    expect(toldFields(fields).map(({ field }) => field)).toEqual(['category', 'note'])
    expect(toldFields([{ field: 'category_source' }])).toEqual([{ field: 'category_source' }])
  })
})
