import type { Operations } from '@/api/types'

export const STATES = ['queued', 'running', 'succeeded', 'failed', 'cancelled'] as const
export type State = (typeof STATES)[number]

export interface KindLine {
  kind: string
  counts: Record<State, number>
  latency: Operations['latencies'][number] | null
}

/** One line a kind, of all that is counted and of how long it took lately. */
export function kindLines({ counts, latencies }: Pick<Operations, 'counts' | 'latencies'>): KindLine[] {
  const kinds = [...new Set([...counts, ...latencies].map(({ kind }) => kind))].toSorted()
  return kinds.map((kind) => ({
    kind,
    counts: Object.fromEntries(
      STATES.map((state) => [state, counts.find((one) => one.kind === kind && one.status === state)?.count ?? 0]),
    ) as Record<State, number>,
    latency: latencies.find((one) => one.kind === kind) ?? null,
  }))
}

/** What is wrong, part by part; the backups count as one. */
export function troublesOf({ parts, backups }: Pick<Operations, 'parts' | 'backups'>): string[] {
  return [...parts.filter(({ trouble }) => trouble !== '').map(({ name }) => name), ...(backups.ok ? [] : ['backup'])]
}
