const WORDS: Record<string, string> = {
  new: 'new',
  booked: 'new',
  duplicate: 'already there',
  merge: 'completes a pending one',
  review: 'perhaps there already',
  superseded: 'its booked version came later',
  rolled_back: 'taken back',
  rejected: 'left out',
}

export function statusWords(status: string): string {
  return WORDS[status] ?? status.replaceAll('_', ' ')
}
