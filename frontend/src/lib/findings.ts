interface Finding {
  status: string
  is_current: boolean
}

/** It stands as of the last analysis and waits for the user's word: an alarm or a piece of advice. */
export function waits({ status, is_current: isCurrent }: Finding): boolean {
  return isCurrent && (status === 'new' || status === 'seen')
}

/** Of advice, those that wait, in the order in which to read them. */
export function toDecide<Piece extends Finding & { rank: number }>(advice: readonly Piece[]): Piece[] {
  return advice.filter(waits).sort((a, b) => a.rank - b.rank)
}
