/**
 * Reads an English text of the code as the language library wants it: names that are filled in, plurals, choices. The
 * library's own reader also knows formats of numbers and dates, which no text here uses, and is a tenth of what the first
 * page would have to fetch. A test holds both against each other for every text there is.
 */

import type { i18n } from '@lingui/core'

type CompiledMessage = Exclude<Parameters<typeof i18n.load>[1][string], string>
type Token = CompiledMessage[number]
type Forms = Record<string, Token[] | number | undefined>

/** `''` is an apostrophe; a brace after an apostrophe is text up to the next one; everything else is as it stands. */
const TEXT = /''|'([{}#](?:[^']|'')*)'(?!')|[^][^{}#']*/uy
const ARGUMENT = /\{\s*(\w+)\s*(?:\}|,\s*(plural|select|selectordinal)\s*,(?:\s*offset\s*:\s*(\d+))?)/uy
const FORM = /\s*(=?\w+)\s*\{/uy
const END = /\s*\}/uy

class Reader {
  private at = 0
  private readonly message: string

  constructor(message: string) {
    this.message = message
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.message)
    if (found) this.at = pattern.lastIndex
    return found
  }

  /** Up to the end, or to the brace that ends a form. */
  body(isForm: boolean, isPlural: boolean): Token[] {
    const tokens: Token[] = []
    let text = ''
    const keep = (token: Token): void => {
      if (text) tokens.push(text)
      text = ''
      tokens.push(token)
    }
    while (this.at < this.message.length && !this.isAt('}')) {
      if (this.isAt('{')) keep(this.argument(isPlural))
      else if (isPlural && this.isAt('#')) keep(this.message[this.at++] ?? '')
      else text += this.text()
    }
    if (text) tokens.push(text)
    if (this.isAt('}') !== isForm) throw new Error('a brace too many or too few')
    this.at += Number(isForm)
    return tokens
  }

  private isAt(letter: string): boolean {
    return this.message[this.at] === letter
  }

  private text(): string {
    const [all = '', quoted] = this.take(TEXT) ?? []
    return quoted === undefined ? all.replace(/^''$/u, "'") : quoted.replaceAll("''", "'")
  }

  private argument(isPlural: boolean): Token {
    const [, name = '', kind, offset] = this.take(ARGUMENT) ?? []
    if (!name) throw new Error('neither a name nor a choice')
    if (kind === undefined) return [name]
    const forms: Forms = { offset: offset === undefined ? undefined : Number(offset) }
    for (let form = this.take(FORM); form; form = this.take(FORM)) {
      forms[form[1]?.replace(/^=/u, '') ?? ''] = this.body(true, isPlural || kind !== 'select')
    }
    if (!this.take(END)) throw new Error('a choice without an end')
    return [name, kind, forms]
  }
}

/** A text that cannot be read is said as it stands. */
export function readMessage(message: string): CompiledMessage {
  try {
    return new Reader(message).body(false, false)
  } catch {
    return [message]
  }
}
