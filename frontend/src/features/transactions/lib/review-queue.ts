import type { Transaction } from '@/api/types'

/** One thing done in the queue; undoing goes backwards over these. */
export type Step = Decision | { kind: 'skip'; ids: readonly number[] }

export interface Decision {
  kind: 'set'
  ids: readonly number[]
  /** The server's work: the number of the change, by which it is undone. */
  work: Promise<number | null>
}

export interface Queue {
  rows: readonly Transaction[]
  /** How many rows the server knew to be waiting when these were read. */
  total: number
  decided: ReadonlySet<number>
  skipped: ReadonlySet<number>
  steps: readonly Step[]
}

export function startQueue(rows: readonly Transaction[], total: number): Queue {
  return { rows, total: Math.max(total, rows.length), decided: new Set(), skipped: new Set(), steps: [] }
}

/** The row to look at: the first that is neither decided nor skipped. */
export function currentRow({ rows, decided, skipped }: Queue): Transaction | null {
  return rows.find(({ id }) => !decided.has(id) && !skipped.has(id)) ?? null
}

/** Rows without a decision, those included that are skipped or were not read yet. */
export function leftCount({ total, decided }: Queue): number {
  return Math.max(0, total - decided.size)
}

/** Undecided rows of the same other party in the same direction, without the row itself. */
export function alikeRows({ rows, decided }: Queue, row: Transaction): Transaction[] {
  return rows.filter((other) => other.id !== row.id && !decided.has(other.id) && isSameParty(other, row))
}

export function isSameParty(a: Transaction, b: Transaction): boolean {
  if (a.amount.startsWith('-') !== b.amount.startsWith('-')) return false
  if (a.payee !== null || b.payee !== null) return a.payee === b.payee
  return a.counterparty !== '' && a.counterparty === b.counterparty
}

function without(ids: ReadonlySet<number>, gone: readonly number[]): ReadonlySet<number> {
  return new Set([...ids].filter((id) => !gone.includes(id)))
}

export function decide(queue: Queue, step: Decision): Queue {
  return {
    ...queue,
    decided: new Set([...queue.decided, ...step.ids]),
    skipped: without(queue.skipped, step.ids),
    steps: [...queue.steps, step],
  }
}

export function skip(queue: Queue, id: number): Queue {
  return { ...queue, skipped: new Set([...queue.skipped, id]), steps: [...queue.steps, { kind: 'skip', ids: [id] }] }
}

/** The step's rows wait again, and the step is forgotten: it was undone, or the server refused it. */
export function takeBack(queue: Queue, step: Step): Queue {
  return {
    ...queue,
    decided: without(queue.decided, step.ids),
    skipped: without(queue.skipped, step.ids),
    steps: queue.steps.filter((other) => other !== step),
  }
}

/** Skipped rows come round again. */
export function again(queue: Queue): Queue {
  return { ...queue, skipped: new Set(), steps: queue.steps.filter(({ kind }) => kind === 'set') }
}
