import { plural, t } from '@lingui/core/macro'
import type { Budget, BudgetProposal, BudgetRollover } from '@/api/types'
import { compareAmounts, signOf, subtract, sumAmounts, toDrawn } from '@/lib/money'

export const ROLLOVERS: Record<BudgetRollover, string> = {
  none: t`Carry nothing over`,
  surplus: t`Carry over what is left`,
  overspend: t`Carry over what was too much`,
  both: t`Carry over both`,
}

/** The budget as the server will tell of it once the amount is kept. */
export function planned(budget: Budget, amount: string | null): Budget {
  const available = sumAmounts([budget.carried, budget.moved, amount ?? '0'])
  const isPause = amount === null && signOf(budget.moved) === 0
  return { ...budget, planned: isPause ? null : (amount ?? '0'), available, left: isPause ? available : subtract(available, budget.actual) }
}

interface Bar {
  /** Parts of the track, 0 to 100, for drawing only. */
  used: number
  over: number
  pace: number | null
}

/** The track is as long as the largest of what there is, what was used and what is usual by now. */
export function barOf({ available, actual, usual_by_now: usual, planned: amount }: Budget): Bar {
  const [room, used, pace] = [amount === null ? 0 : toDrawn(available), Math.max(toDrawn(actual), 0), usual === null ? null : toDrawn(usual)]
  const whole = Math.max(room, used, pace ?? 0)
  if (whole <= 0) return { used: 0, over: 0, pace: null }
  const part = (size: number): number => Math.round((Math.max(size, 0) / whole) * 1000) / 10
  const within = Math.min(used, Math.max(room, 0))
  return { used: part(amount === null ? used : within), over: amount === null ? 0 : part(used - within), pace: pace === null ? null : part(pace) }
}

export type PaceState = 'over' | 'fast' | 'calm' | 'unknown'

/** fast: more was used than usual by the same day, by more than a tenth. */
export function paceOf({ left, planned: amount, actual, usual_by_now: usual, is_income: isIncome }: Budget): PaceState {
  if (isIncome) return 'unknown'
  if (amount !== null && signOf(left) < 0) return 'over'
  if (usual === null) return 'unknown'
  return toDrawn(actual) > toDrawn(usual) * 1.1 ? 'fast' : 'calm'
}

const REASONS: Record<BudgetProposal['lines'][number]['reason'], string> = {
  fixed: t`It cost the same in every month.`,
  steady: t`Seven in ten of your months stayed within it.`,
  lumpy: t`It comes in fewer than half of your months, so an even part of it is put aside.`,
  income: t`What came in in your middle month.`,
}

export function reasonWords({ reason, kept }: BudgetProposal['lines'][number], months: number): string {
  const held = kept ? Math.round(Number(kept) * months) : null
  return reason === 'steady' && held !== null ? t`You stayed within it in ${held} of ${plural(months, { one: '# month', other: '# months' })}.` : REASONS[reason]
}

/** Budgets that have something left to move, the fullest first. */
export function givers(budgets: readonly Budget[]): Budget[] {
  return budgets.filter(({ is_income: isIncome, left }) => !isIncome && signOf(left) > 0).sort((a, b) => compareAmounts(b.left, a.left))
}
