export interface WordPart {
  text: string
  /** Not in the other text. */
  isOwn: boolean
}

/** A text in pieces, with the words told apart that the other text does not have. */
export function wordParts(text: string, other: string): WordPart[] {
  const known = new Set(other.toLowerCase().split(/\s+/u))
  const parts: WordPart[] = []
  for (const word of text.split(/(\s+)/u).filter((piece) => piece !== '')) {
    const isSpace = /^\s+$/u.test(word)
    const last = parts.at(-1)
    const isOwn = isSpace ? false : !known.has(word.toLowerCase())
    if (last?.isOwn === isOwn) last.text += word
    else parts.push({ text: word, isOwn })
  }
  return parts
}
