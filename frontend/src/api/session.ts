/**
 * Who is signed in, in this tab. The access token lives in memory only; the refresh token is an HttpOnly cookie that
 * scripts never see. Each refresh replaces that cookie and kills the old one, so two refreshes must never overlap:
 * inside a tab by sharing one promise, between tabs by a lock of the browser.
 */

import { withStoredLock } from './stored-lock'

/** `kept`: the server is out of reach, and what was read last is shown from this device. */
export type SessionStatus = 'unknown' | 'signed-in' | 'kept' | 'signed-out'

type Renew = () => Promise<string | null>
type Listener = () => void

const LOCK = 'spendwise-token-refresh'
const CHANNEL = 'spendwise-session'

/** Runs one task at a time over all tabs. The Locks API exists on https and localhost only, hence the second way. */
async function inTurn<T>(task: () => Promise<T>): Promise<T> {
  const locks = (navigator as Partial<Navigator>).locks
  return locks ? await locks.request(LOCK, task) : await withStoredLock(LOCK, task)
}

export class Session {
  private token: string | null = null
  private current: SessionStatus = 'unknown'
  private flight: Promise<string | null> | null = null
  private readonly listeners = new Set<Listener>()
  private readonly channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL)

  constructor() {
    this.channel?.addEventListener('message', () => this.set(null, 'signed-out'))
  }

  get access(): string | null {
    return this.token
  }

  get status(): SessionStatus {
    return this.current
  }

  readonly subscribe = (listener: Listener): Listener => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly snapshot = (): SessionStatus => this.current

  signIn(access: string): void {
    this.set(access, 'signed-in')
  }

  /** Only reading, from this device, until the server answers again. */
  showKept(): void {
    this.set(null, 'kept')
  }

  /** Ends the session here and, unless `quietly`, in every other tab. */
  signOut(quietly = false): void {
    this.set(null, 'signed-out')
    if (!quietly) this.channel?.postMessage('signed-out')
  }

  /** A new access token, or null when signing in again is needed. Callers at the same time share one request. */
  refresh(renew: Renew): Promise<string | null> {
    this.flight ??= inTurn(renew)
      .then((access) => {
        this.set(access, access ? 'signed-in' : 'signed-out')
        return access
      })
      .finally(() => {
        this.flight = null
      })
    return this.flight
  }

  private set(access: string | null, status: SessionStatus): void {
    this.token = access
    if (this.current === status) return
    this.current = status
    this.listeners.forEach((listener) => listener())
  }
}

export const session = new Session()
