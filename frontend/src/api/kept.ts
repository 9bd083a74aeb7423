/**
 * What was read last, kept on this device so that it can be read without the server. It holds private figures: it is
 * written only while somebody is signed in, shown only to the same browser, and gone with the session or after a week.
 */

import { dehydrate, hydrate, type DehydratedState, type QueryClient } from '@tanstack/react-query'
import { clear, createStore, delMany, entries, setMany } from 'idb-keyval'
import { ledger } from './ledger'
import { session } from './session'

type KeptQuery = DehydratedState['queries'][number]

export const DATABASE = 'spendwise-offline'
const WRITE_MS = 600
const WEEK_MS = 7 * 24 * 3600 * 1000
const MOST = 300

const hasStore = typeof indexedDB !== 'undefined'
const store = hasStore ? createStore(DATABASE, 'queries') : undefined
const waiting = new Map<string, KeptQuery>()
let timer: ReturnType<typeof setTimeout> | undefined
/** Writes and clearing follow each other: a write that is under way must not land after the clearing. */
let turn: Promise<unknown> = Promise.resolve()

/** Of each household apart: its tab may stand beside that of one's own money. */
const OF_HOUSEHOLD = 'household '

function placeOf(queryHash: string): string {
  return ledger.current ? `${OF_HOUSEHOLD}${ledger.current.id} ${queryHash}` : queryHash
}

function isOfLedger(place: string): boolean {
  return ledger.current ? place.startsWith(placeOf('')) : !place.startsWith(OF_HOUSEHOLD)
}

function inTurn(deed: () => Promise<unknown>): Promise<unknown> {
  turn = turn.then(deed).catch(() => undefined) // a full or forbidden disk costs the offline copy, never the page
  return turn
}

function isFresh(kept: KeptQuery): boolean {
  return kept.state.dataUpdatedAt > Date.now() - WEEK_MS
}

async function writeWaiting(): Promise<void> {
  const batch: [string, KeptQuery][] = [...waiting]
  waiting.clear()
  if (session.status !== 'signed-in' || batch.length === 0) return
  await setMany(batch, store)
  const all = await entries<string, KeptQuery>(store)
  const newestFirst = all.sort(([, a], [, b]) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
  await delMany(newestFirst.filter(([, kept], at) => at >= MOST || !isFresh(kept)).map(([key]) => key), store)
}

/** From now on every answer that arrives is kept. */
export function keepWhatIsRead(client: QueryClient): void {
  if (!hasStore) return
  client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || session.status !== 'signed-in') return
    const { queryHash } = event.query
    const [kept] = dehydrate(client, { shouldDehydrateQuery: (query) => query.queryHash === queryHash }).queries
    if (!kept || kept.state.data instanceof Blob) return
    waiting.set(placeOf(queryHash), kept)
    clearTimeout(timer)
    timer = setTimeout(() => void inTurn(writeWaiting), WRITE_MS)
  })
}

/** Puts what is kept into the page's cache; false when there is nothing, or nothing younger than a week. */
export async function recallKept(client: QueryClient): Promise<boolean> {
  if (!hasStore) return false
  try {
    const all = await entries<string, KeptQuery>(store)
    const queries = all.filter(([place]) => isOfLedger(place)).map(([, kept]) => kept).filter(isFresh)
    if (queries.length === 0) return false
    hydrate(client, { queries, mutations: [] })
    return true
  } catch {
    return false
  }
}

export function forgetKept(): Promise<unknown> {
  waiting.clear()
  clearTimeout(timer)
  return hasStore ? inTurn(() => clear(store)) : Promise.resolve()
}
