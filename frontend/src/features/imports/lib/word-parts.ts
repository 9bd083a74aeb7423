export interface WordPart {
  text: string
  /** Not in the other text. */
  isOwn: boolean
}

/** A text in pieces, with the words told apart that the other text does not have. */
export function wordParts(text: string, other: string): WordPart[] {
  const known = new Set(other.toLowerCase().split(/\s+/u))
  const parts: WordPart[] = []
  for (const word of text.split(/\s+/u).filter((piece) => piece !== '')) {
    const isOwn = !known.has(word.toLowerCase())
    const last = parts.at(-1)
    // The space between two kinds of words belongs to the plain one, so that a mark ends with its word.
    if (!last) parts.push({ text: word, isOwn })
    else if (last.isOwn === isOwn) last.text += ` ${word}`
    else if (isOwn) {
      last.text += ' '
      parts.push({ text: word, isOwn })
    } else parts.push({ text: ` ${word}`, isOwn })
  }
  return parts
}
