import { plural, t } from '@lingui/core/macro'
import type { ScoreFigure, Scores } from '@/api/types'
import { percentName } from '@/lib/fact-value'
import { locale } from '@/lib/language'

type Unit = ScoreFigure['unit']

/** A share as per cent, times in seconds, everything else as a plain number. */
export function scoreText(value: number, unit: Unit): string {
  const number = (digits: number): string => new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(value)
  if (unit === 'share') return percentName(value * 100, 1, 1)
  if (unit === 's') return `${number(value < 1 ? 3 : 1)} s`
  if (unit === 'MB') return t`${number(0)} MB`
  return unit === 'count' ? number(0) : number(3)
}

/** "12 of 14 targets are met, 2 are missed." */
export function countWords({ with_target: withTarget, met, missed, unmeasured }: Scores): string {
  const targets = plural(withTarget, { one: '# target', other: '# targets' })
  const clauses = [
    plural(met, { one: `# of ${targets} is met`, other: `# of ${targets} are met` }),
    ...(missed > 0 ? [plural(missed, { one: '# is missed', other: '# are missed' })] : []),
    ...(unmeasured > 0 ? [plural(unmeasured, { one: '# figure could not be measured', other: '# figures could not be measured' })] : []),
  ]
  return `${clauses.join(', ')}.`
}

export function targetText({ target, unit }: ScoreFigure): string | null {
  if (!target) return null
  const { at_least: least, at_most: most } = target
  if (least !== null && most !== null) return t`${scoreText(least, unit)} to ${scoreText(most, unit)}`
  if (least !== null) return t`at least ${scoreText(least, unit)}`
  return most !== null ? t`at most ${scoreText(most, unit)}` : null
}

export type Verdict = 'met' | 'missed' | 'unmeasured' | 'told'

/** Whether it keeps its target; "told" is a figure without one. */
export function verdictOf({ is_met: isMet, value, target }: ScoreFigure): Verdict {
  if (value === null) return 'unmeasured'
  if (!target || isMet === null) return 'told'
  return isMet ? 'met' : 'missed'
}

export const VERDICTS: Readonly<Record<Verdict, string>> = {
  met: t`target met`,
  missed: t`target missed`,
  unmeasured: t`not measured`,
  told: t`no target`,
}

export interface Scale {
  /** Places along the bar, 0 to 100. */
  value: number | null
  low: number | null
  high: number | null
  targets: number[]
  baselines: number[]
}

/** Where everything lies on one line from zero; shares run to one, other figures to the largest of what is shown. */
export function scaleOf({ value, low, high, target, baselines, unit }: ScoreFigure): Scale {
  const bounds = [target?.at_least, target?.at_most].filter((bound): bound is number => typeof bound === 'number')
  const rivals = baselines.map((one) => one.value)
  const top = unit === 'share' ? 1 : Math.max(...bounds, ...rivals, value ?? 0, high ?? 0) * 1.05 || 1
  const place = (number: number): number => Math.max(0, Math.min(100, (number / top) * 100))
  const maybe = (number: number | null): number | null => (number === null ? null : place(number))
  return { value: maybe(value), low: maybe(low), high: maybe(high), targets: bounds.map(place), baselines: rivals.map(place) }
}
