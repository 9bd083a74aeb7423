import { t } from '@lingui/core/macro'

const WORDS: Record<string, string> = {
  new: t`new`,
  booked: t`new`,
  duplicate: t`already there`,
  merge: t`completes a pending one`,
  review: t`perhaps there already`,
  superseded: t`its booked version came later`,
  rolled_back: t`taken back`,
  rejected: t`left out`,
}

export function statusWords(status: string): string {
  return WORDS[status] ?? status.replaceAll('_', ' ')
}
