import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { StatementImport } from '@/api/types'
import { importsQuery } from '../api/imports'

const STORE = 'spendwise.imports.put-away'
/** Older previews are not brought back: whoever left one for a week has forgotten it. */
const WAITS_MS = 7 * 24 * 3600 * 1000

function putAwayIds(): number[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORE) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id): id is number => typeof id === 'number') : []
  } catch {
    return []
  }
}

/** Remembers on this device that a card is not wanted any more. */
export function putAway(id: number): void {
  try {
    localStorage.setItem(STORE, JSON.stringify([...putAwayIds(), id].slice(-200)))
  } catch {
    // Without storage the card comes back with the next visit, and nothing else is lost.
  }
}

/** Those that wait for an answer or for the worker, and were not put away. */
function waitingIn(runs: readonly StatementImport[], now: number): number[] {
  const away = putAwayIds()
  return runs
    .filter(({ status }) => status === 'previewed' || status === 'queued' || status === 'running')
    .filter(({ id, created_at: made }) => !away.includes(id) && now - Date.parse(made) < WAITS_MS)
    .map(({ id }) => id)
}

/**
 * Imports that were begun before this page opened.
 * Looked up once: a card that is committed stays where it is until the person leaves.
 */
export function useWaiting(): readonly number[] {
  const { data } = useInfiniteQuery(importsQuery)
  const [opened] = useState(() => Date.now())
  const [waiting, setWaiting] = useState<readonly number[] | null>(null)
  if (data && waiting === null)
    setWaiting(
      waitingIn(
        data.pages.flatMap(({ results }) => results),
        opened,
      ),
    )
  return waiting ?? []
}
