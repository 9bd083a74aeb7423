/** The only module that talks to the network: typed calls, private files and the event stream, all with the token. */

import createClient from 'openapi-fetch'
import { spokenLanguage } from '@/lib/language'
import { connection } from './connection'
import { errorFrom, offlineEdit, readOnly, unreachable } from './errors'
import { isRefused, ledger } from './ledger'
import type { paths } from './schema.gen'
import { session } from './session'
import type { Whole } from './types'

/** Proves to the server that the cookie was not sent along by a stranger's page. */
export const REFRESH_HEADER = { 'X-SpendWise-Refresh': '1' }

async function reach(request: Request): Promise<Response> {
  try {
    const response = await fetch(request)
    connection.found()
    return response
  } catch (error) {
    if (request.signal.aborted) throw error
    connection.lost()
    throw unreachable()
  }
}

function absolute(path: string): string {
  return new URL(path, window.location.origin).href
}

async function renewAccess(): Promise<string | null> {
  const response = await reach(
    new Request(absolute('/api/auth/token/refresh/'), {
      method: 'POST',
      headers: { ...REFRESH_HEADER, 'Content-Type': 'application/json' },
      body: '{}',
    }),
  )
  if (response.status >= 500 || response.status === 429) throw errorFrom(response.status, null)
  if (!response.ok) return null
  const body: unknown = await response.json()
  return typeof body === 'object' && body !== null && 'access' in body && typeof body.access === 'string'
    ? body.access
    : null
}

const OWED = 'spendwise-owed-sign-out'

/** Signing out without the server leaves its cookie here; the first thing said to it again is that the session ended. */
export function owe(isOwed: boolean): void {
  try {
    if (isOwed) localStorage.setItem(OWED, 'yes')
    else localStorage.removeItem(OWED)
  } catch {
    // Without storage the cookie ends by its own time.
  }
}

function isOwed(): boolean {
  try {
    return localStorage.getItem(OWED) !== null
  } catch {
    return false
  }
}

/** Tells the server that the session is over. */
export async function endSession(): Promise<void> {
  const response = await reach(
    new Request(absolute('/api/auth/logout/'), { method: 'POST', headers: REFRESH_HEADER }),
  )
  if (response.status >= 500) throw errorFrom(response.status, null)
  owe(false)
}

async function renewUnlessOwed(): Promise<string | null> {
  if (!isOwed()) return renewAccess()
  await endSession().catch(() => undefined)
  return null
}

/** A fresh access token from the cookie; null means that nobody is signed in. */
export function refreshSession(): Promise<string | null> {
  return session.refresh(renewUnlessOwed)
}

/** Asks whether the server is there again; takes the session up where only kept data were shown. */
export async function tryAgain(): Promise<boolean> {
  try {
    const { ok } = await reach(new Request(absolute('/healthz'), { cache: 'no-store' }))
    if (ok && session.status === 'kept') await refreshSession()
    return ok
  } catch {
    return false
  }
}

/** With the token, and with the page's language: what the server puts into words is read on this very page. */
function withToken(request: Request, access: string | null): Request {
  request.headers.set('Accept-Language', spokenLanguage())
  if (access) request.headers.set('Authorization', `Bearer ${access}`)
  if (ledger.current) request.headers.set('X-Ledger', String(ledger.current.id))
  return request
}

/** Doors that one passes without a token; a 401 from them is their answer, not the end of a session. */
const DOORS = [
  '/api/auth/token/',
  '/api/auth/token/second-factor/',
  '/api/auth/register/',
  '/api/auth/password/reset/',
  '/api/auth/password/reset/confirm/',
]

/** After a single failure an edit is still tried; it is refused where it cannot arrive. */
function isReadOnly(): boolean {
  return connection.isAway && (session.status === 'kept' || !navigator.onLine)
}

/** Sends with the token; after a 401 renews it once and tries again, else the session has ended. */
async function sendAuthorised(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (DOORS.includes(pathname)) return reach(request)
  if (isRefused(request.method, pathname)) throw readOnly()
  if (isReadOnly() && request.method !== 'GET') throw offlineEdit()
  const again = request.clone()
  const used = session.access
  const response = await reach(withToken(request, used))
  if (response.status !== 401 || used === null) return response
  const access = session.access !== used && session.access !== null ? session.access : await refreshSession()
  return access ? reach(withToken(again, access)) : response
}

export const api = createClient<paths>({ baseUrl: window.location.origin, fetch: sendAuthorised })

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

/** The body of a good answer; an ApiError for every other. */
export async function unwrap<T>(answer: Promise<Answer<T>>): Promise<Whole<T>> {
  const { data, error, response } = await answer
  if (!response.ok) throw errorFrom(response.status, error)
  return data as Whole<T>
}

async function getPrivate(path: string, headers: HeadersInit, signal?: AbortSignal): Promise<Response> {
  const response = await sendAuthorised(new Request(absolute(path), { headers, ...(signal ? { signal } : {}) }))
  if (!response.ok) throw errorFrom(response.status, await response.json().catch(() => null))
  return response
}

/** A private file (a report, say): it is never reachable by a plain link because it needs the token. */
export async function getFile(path: string): Promise<Blob> {
  const response = await getPrivate(path, {})
  return response.blob()
}

export async function getJson(path: string): Promise<unknown> {
  const response = await getPrivate(path, { Accept: 'application/json' })
  const body: unknown = await response.json()
  return body
}

/** Opens the stream of job events after the one last seen. */
export async function openEventStream(lastEventId: string | null, signal: AbortSignal): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'text/event-stream' }
  if (lastEventId) headers['Last-Event-ID'] = lastEventId
  return getPrivate('/api/telemetry/stream/', headers, signal)
}
