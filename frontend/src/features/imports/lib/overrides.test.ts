import { describe, expect, it } from 'vitest'
import { askingRun } from '@/testing/import-runs'
import { answerOf, cleaned, columnsUnder, withRole, withValue } from './overrides'

const { columns } = askingRun

describe('what a person says about a file', () => {
  it('gives a role that only one column can have from one column to the other', () => {
    expect(withRole({}, columns, 5, 'booking_date').columns).toEqual({ '0': '', '5': 'booking_date' })
  })

  it('lets several columns make the text', () => {
    expect(withRole({}, columns, 5, 'description').columns).toEqual({ '5': 'description' })
  })

  it('shows a column under its new role before the file was read again', () => {
    const shown = columnsUnder(columns, { columns: { '6': '' } })
    expect(shown.map(({ role }) => role)).toEqual(['booking_date', 'counterparty', 'description', 'debit', 'credit', '', ''])
    expect(shown[6]?.reason).toBe('You said so.')
  })

  it('gives a decision back to the reader with an empty value', () => {
    expect(withValue({ sign: 'reversed', decimal_mark: ',' }, 'sign', '')).toEqual({ decimal_mark: ',' })
    expect(withValue({}, 'header_line', '0')).toEqual({ header_line: 0 })
  })

  it('understands answers about columns, and leaves what it does not know', () => {
    expect(answerOf({}, columns, 'columns', '5:amount')?.columns).toEqual({ '5': 'amount' })
    expect(answerOf({}, columns, 'sign', 'reversed')).toEqual({ sign: 'reversed' })
    expect(answerOf({}, columns, 'something_else', 'x')).toBeNull()
  })

  it('leaves out what says nothing', () => {
    expect(cleaned({ encoding: '', header_line: null, columns: {}, sign: 'signed' })).toEqual({ sign: 'signed' })
    expect(cleaned({ header_line: 0 })).toEqual({ header_line: 0 })
  })
})
