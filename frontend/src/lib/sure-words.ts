/** How sure a finding is, in words; the number says it more exactly than it is known. */
export function sureWords(confidence: number): string {
  if (confidence >= 0.9) return 'very sure'
  if (confidence >= 0.7) return 'fairly sure'
  if (confidence >= 0.45) return 'not quite sure'
  return 'a hint rather than a finding'
}

/** "93 % sure" where one is chosen among several. */
export function surePercent(confidence: number): string {
  return `${Math.min(99, Math.round(confidence * 100))} % sure`
}
