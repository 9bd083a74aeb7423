import { describe, expect, it } from 'vitest'
import { fromBase64url, toBase64url } from './base64url'

describe('base64url', () => {
  it('goes there and back for every byte, without padding', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)
    const text = toBase64url(bytes.buffer)
    expect(text).toMatch(/^[A-Za-z0-9_-]+$/u)
    expect([...fromBase64url(text)]).toEqual([...bytes])
    expect(toBase64url(Uint8Array.of(251, 255).buffer)).toBe('-_8')
  })
})
