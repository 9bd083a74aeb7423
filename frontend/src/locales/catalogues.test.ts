import { compileMessage } from '@lingui/message-utils/compileMessage'
import { getCatalogs } from '@lingui/cli/api'
import { getConfig } from '@lingui/conf'
import { describe, expect, it } from 'vitest'
import { readMessage } from '@/lib/message'
import done from './done.json'

/** Catalogues in which every text has its German words, and whose code holds none outside of them (a lint sees to that). */
const DONE: readonly string[] = done

const catalogues = await getCatalogs(getConfig())

type Token = string | readonly [name: string, kind?: string, forms?: Record<string, unknown>]

/** What a message fills in: names with their kind and, of plurals, their forms; and the tags of what stands inside it. */
function filledIn(message: string): string[] {
  const found: string[] = []
  const read = (tokens: unknown): void => {
    if (!Array.isArray(tokens)) return
    for (const token of tokens as Token[]) {
      if (typeof token === 'string') continue
      const [name, kind = '', forms] = token
      found.push([name, kind, ...Object.keys(forms ?? {})].join(' '))
      Object.values(forms ?? {}).forEach(read)
    }
  }
  read(compileMessage(message))
  const tags = [...message.matchAll(/<\/?\d+\/?>/gu)].map(([tag]) => tag)
  return [...new Set(found), ...tags].toSorted()
}

const named = catalogues.map((catalogue) => [catalogue.path.split('/').at(-1) ?? '', catalogue] as const)

describe.each(named.filter(([name]) => DONE.includes(name)))('German words of %s', (_, catalogue) => {
  it('stand for every text in the code, and for no other', async () => {
    const [said, kept] = [(await catalogue.collect()) ?? {}, (await catalogue.read('de')) ?? {}]
    const translated = Object.keys(kept).filter((id) => kept[id]?.translation)
    expect(Object.keys(said).filter((id) => !translated.includes(id)).map((id) => said[id]?.message)).toEqual([])
    expect(translated.filter((id) => !(id in said)).map((id) => kept[id]?.message)).toEqual([])
  })
})

describe.each(named)('German words of %s', (_, catalogue) => {
  it('fill in what the English ones fill in', async () => {
    const kept = Object.values((await catalogue.read('de')) ?? {})
    const pairs = kept.flatMap(({ message, translation }) => (message && translation ? [[message, translation] as const] : []))
    expect(pairs.filter(([message, translation]) => filledIn(message).join() !== filledIn(translation).join())).toEqual([])
  })
})

it('a text has the same German words in every catalogue: they are one when the page loads', async () => {
  const words = new Map<string, Set<string>>()
  for (const catalogue of catalogues)
    for (const [id, { message, translation }] of Object.entries((await catalogue.read('de')) ?? {}))
      words.set(`${id} ${message ?? ''}`, (words.get(`${id} ${message ?? ''}`) ?? new Set()).add(translation ?? ''))
  expect([...words].filter(([, said]) => said.size > 1)).toEqual([])
})

describe('the reader of English texts', () => {
  it('reads every text of the code as the library does', async () => {
    const said = (await Promise.all(catalogues.map((catalogue) => catalogue.collect()))).flatMap((one) => Object.values(one ?? {}))
    const texts = said.flatMap(({ message }) => (message ? [message] : []))
    expect(texts.length).toBeGreaterThan(1000)
    expect(texts.filter((text) => JSON.stringify(readMessage(text)) !== JSON.stringify(compileMessage(text)))).toEqual([])
  })

  it.each([
    '',
    "It's here, isn't it?",
    "two '' apostrophes and '{braces} it''s said' here",
    '{count, plural, offset:1 =0 {none} one {# row, {name}} other {# rows of {total, plural, one {one} other {#}}}}',
    '{kind, select, a {first #} other {# {name}}} #',
    '{place, selectordinal, one {#st} other {#th}}',
    '{ spaced }, and <0>marked</0>',
  ])('reads %j as the library does', (text) => {
    expect(readMessage(text)).toEqual(compileMessage(text))
  })

  it.each(['{open', 'a } b', '{n, plural, one {x}', '{n, number}'])('says %j as it stands', (text) => {
    expect(readMessage(text)).toEqual([text])
  })
})

it('every catalogue that is done is one', () => {
  expect(DONE.filter((name) => !named.some(([known]) => known === name))).toEqual([])
})
