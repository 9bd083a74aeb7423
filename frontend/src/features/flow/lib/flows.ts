import { t } from '@lingui/core/macro'
import type { CashFlow, FlowNode } from '@/api/types'
import { compareAmounts, fromScaled, negate, signOf, sumAmounts, toDrawn } from '@/lib/money'
import { shiftPeriod, type Period } from '@/lib/period'

export const BYS = { category: t`Category`, payee: t`Payee`, tag: t`Tag`, account: t`Account` } as const
export type By = keyof typeof BYS
export const AGAINST = { none: t`No comparison`, previous: t`The time before`, year: t`A year earlier` } as const
export type Against = keyof typeof AGAINST

export function byOf(text: string | undefined): By {
  return text !== undefined && text in BYS ? (text as By) : 'category'
}

export function againstOf(text: string | undefined): Against {
  return text === 'previous' || text === 'year' ? text : 'none'
}

/** The period that is set beside this one; null where there is none. */
export function otherPeriod(period: Period, against: Against): Period | null {
  if (against === 'none' || !period.start || !period.end) return null
  if (against === 'previous') return shiftPeriod(period, -1)
  const back = (day: string): string => `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`
  const [start, end] = [back(period.start), back(period.end)]
  return { start, end, key: `${start}..${end}` }
}

const WITHOUT: Record<By, string> = { category: t`Uncategorised`, payee: t`No payee`, tag: t`No tag`, account: t`No account` }

export function nodeName({ name }: Pick<FlowNode, 'name'>, by: By): string {
  return name || WITHOUT[by]
}

export interface Mark {
  /** Null for what is small and told together. */
  node: FlowNode | null
  name: string
  side: 'in' | 'out' | 'saved' | 'drawn'
  /** A decimal string without sign. */
  size: string
}

export const MOST_MARKS = 9

function largest(nodes: readonly FlowNode[], by: By, side: 'in' | 'out'): Mark[] {
  const marks = nodes
    .map((node) => ({ node, name: nodeName(node, by), side, size: side === 'in' ? node.inflow : negate(node.outflow) }))
    .filter(({ size }) => signOf(size) > 0)
    .sort((a, b) => compareAmounts(b.size, a.size))
  if (marks.length <= MOST_MARKS + 1) return marks
  const rest = marks.slice(MOST_MARKS)
  return [...marks.slice(0, MOST_MARKS), { node: null, name: t`${rest.length} more`, side, size: sumAmounts(rest.map(({ size }) => size)) }]
}

/** Both sides of the drawing. They are equally high: what was not spent is saved, what was spent beyond is drawn from savings. */
export function sidesOf(flow: CashFlow): { left: Mark[]; right: Mark[] } {
  const left = largest(flow.nodes, flow.by, 'in')
  const right = largest(flow.nodes, flow.by, 'out')
  const sign = signOf(flow.saved)
  if (sign > 0) right.push({ node: null, name: t`Saved`, side: 'saved', size: flow.saved })
  if (sign < 0) left.push({ node: null, name: t`From savings`, side: 'drawn', size: negate(flow.saved) })
  return { left, right }
}

export interface Placed {
  mark: Mark
  top: number
  height: number
  /** Where its ribbon meets the middle. */
  middle: number
}

export interface Layout {
  left: Placed[]
  right: Placed[]
  height: number
  middleTop: number
  middleHeight: number
}

const ROW = 34

/** Pixels for the marks: heights are in proportion, and each has room for its label. */
export function layout(left: readonly Mark[], right: readonly Mark[]): Layout {
  const total = Math.max(toDrawn(sumAmounts(left.map(({ size }) => size))), toDrawn(fromScaled({ units: 1n, scale: 2 })))
  const rows = Math.max(left.length, right.length, 3)
  const middleHeight = rows * 18
  const height = rows * ROW + middleHeight
  const middleTop = (height - middleHeight) / 2
  const place = (marks: readonly Mark[]): Placed[] => {
    const gap = marks.length > 0 ? (height - middleHeight) / marks.length : 0
    let [top, middle] = [gap / 2, middleTop]
    return marks.map((mark) => {
      const size = (toDrawn(mark.size) / total) * middleHeight
      const placed = { mark, top, height: size, middle }
      top += size + gap
      middle += size
      return placed
    })
  }
  return { left: place(left), right: place(right), height, middleTop, middleHeight }
}
