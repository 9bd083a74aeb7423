import { expect, test } from 'vitest'
import { changeMade, jobTitle } from './job-words'

const done = { kind: 'ledger_edit', status: 'succeeded', result: { change_set: '41' } } as const

test('a large change that is done can be taken back by its number', () => {
  expect(changeMade(done)).toBe(41)
  expect(changeMade({ ...done, kind: 'ledger_undo' })).toBe(41)
})

test('nothing else offers to be taken back', () => {
  expect(changeMade({ ...done, status: 'running' })).toBeNull()
  expect(changeMade({ ...done, kind: 'export' })).toBeNull()
  expect(changeMade({ ...done, result: null })).toBeNull()
  expect(changeMade({ ...done, result: { changed: '0' } })).toBeNull()
})

test.each([
  ['monthly_report_7_2026-10', 'Report for October 2026'],
  ['quarterly_report_7_2026-Q3', 'Report for Q3 2026'],
  ['yearly_report_7_2026', 'Report for 2026'],
])('the job %s is called by its period', (key, title) => {
  expect(jobTitle({ kind: 'monthly_report', key })).toBe(title)
})

test('a mail is called a mail', () => {
  expect(jobTitle({ kind: 'report_mail', key: 'report_mail_12' })).toBe('Report by mail')
})
