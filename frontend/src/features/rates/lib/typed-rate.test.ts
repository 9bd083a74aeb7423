import { expect, test } from 'vitest'
import { typedRate } from './typed-rate'

test.each([
  ['1.0843', '1.0843'],
  ['1,0843', '1.0843'],
  [' 162 ', '162'],
  ['0.0061', '0.0061'],
  ['0', null],
  ['0,00', null],
  ['-1', null],
  ['1.2.3', null],
  ['', null],
  ['9'.repeat(40), null],
])('%j is the rate %j', (text, rate) => {
  expect(typedRate(text)).toBe(rate)
})
