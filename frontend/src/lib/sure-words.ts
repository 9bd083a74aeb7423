import { t } from '@lingui/core/macro'

/** How sure a finding is, in words; the number says it more exactly than it is known. */
export function sureWords(confidence: number): string {
  if (confidence >= 0.9) return t`very sure`
  if (confidence >= 0.7) return t`fairly sure`
  if (confidence >= 0.45) return t`not quite sure`
  return t`a hint rather than a finding`
}

/** "93 % sure" where one is chosen among several. */
export function surePercent(confidence: number): string {
  const percent = Math.min(99, Math.round(confidence * 100))
  return t`${percent} % sure`
}
