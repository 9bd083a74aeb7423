import { expect, test } from 'vitest'
import { isTyping } from './keys'

function within(html: string): Element | null {
  document.body.innerHTML = html
  return document.querySelector('[data-at]')
}

test.each([
  ['<input data-at>', true],
  ['<textarea data-at></textarea>', true],
  ['<input type="checkbox" data-at>', false],
  ['<input type="radio" data-at>', false],
  ['<div role="dialog"><input type="checkbox" data-at></div>', true],
  ['<div role="dialog"><button data-at></button></div>', true],
  ['<button data-at></button>', false],
])('%s takes the keys: %s', (html, takes) => {
  expect(isTyping(within(html))).toBe(takes)
})
