import { describe, expect, it } from 'vitest'
import { entriesWith, GLOSSARY, meaningOf } from './glossary'
import { isTerm, TERMS } from './terms'

describe('the glossary', () => {
  it('explains every term once, in the order of the alphabet', () => {
    expect(GLOSSARY).toHaveLength(Object.keys(TERMS).length)
    expect(GLOSSARY.map(({ name }) => name)).toEqual(GLOSSARY.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, 'en')))
    expect(new Set(GLOSSARY.map(({ text }) => text)).size).toBe(GLOSSARY.length)
  })

  it('keeps each explanation short and plain', () => {
    for (const { text } of GLOSSARY) {
      expect(text.length, text).toBeLessThan(150)
      expect(text, text).toMatch(/^[A-Z].*\.$/u)
    }
  })

  it('finds by all words of a question', () => {
    expect(entriesWith('savings').map(({ id }) => id)).toContain('savings-rate')
    expect(entriesWith('NET worth').map(({ id }) => id)).toEqual(['net-worth'])
    expect(entriesWith('  ')).toHaveLength(GLOSSARY.length)
    expect(entriesWith('no such word')).toEqual([])
  })

  it('knows its ids', () => {
    expect([isTerm('pace'), isTerm('toString'), isTerm('')]).toEqual([true, false, false])
    expect(meaningOf('pace')).toContain('month')
  })
})
