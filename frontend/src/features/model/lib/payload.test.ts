import { describe, expect, it } from 'vitest'
import { setOut } from './payload'

describe('a request that is shown', () => {
  it('is set out over lines, and shown as it is where it is not JSON', () => {
    expect(setOut('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}')
    expect(setOut('{"a"')).toBe('{"a"')
  })
})
