const WORDS: Record<string, string> = {
  new: 'new',
  duplicate: 'already there',
  merge: 'completes a pending one',
  review: 'perhaps there already',
  rejected: 'left out',
}

export function statusWords(status: string): string {
  return WORDS[status] ?? status.replaceAll('_', ' ')
}
