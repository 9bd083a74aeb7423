import { describe, expect, it } from 'vitest'
import { shortHash, sizeName } from './file-words'

describe('words about files', () => {
  it('names sizes and hashes', () => {
    expect([900, 4213, 256_000_000, 1_500_000_000].map(sizeName)).toEqual(['900 bytes', '4.2 kB', '256 MB', '1.5 GB'])
    expect(shortHash('3fa9c2d17be0447c81d0')).toBe('3fa9c2…81d0')
  })
})
