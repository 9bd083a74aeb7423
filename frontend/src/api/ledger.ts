/**
 * On whose ledger this tab works: on one's own, or on that of a household. Each tab has its own; a new one begins with
 * what was chosen last. A change loads the page anew, so that nothing read from one ledger is ever shown as the other's.
 */

import type { MemberRole } from './types'

export interface HouseholdLedger {
  id: number
  name: string
  role: MemberRole
}

const KEY = 'spendwise-ledger'
const OWN = 'own'
const ROLES: readonly string[] = ['owner', 'partner', 'viewer'] satisfies MemberRole[]

function isHousehold(value: unknown): value is HouseholdLedger {
  if (typeof value !== 'object' || value === null) return false
  const { id, name, role } = value as Record<string, unknown>
  return Number.isInteger(id) && typeof name === 'string' && typeof role === 'string' && ROLES.includes(role)
}

function kept(): HouseholdLedger | null {
  try {
    const text = sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY) ?? OWN
    const value: unknown = text === OWN ? null : JSON.parse(text)
    return isHousehold(value) ? value : null
  } catch {
    return null
  }
}

class Ledger {
  current = kept()

  /** From now on; null is one's own. */
  become(next: HouseholdLedger | null): void {
    this.current = next
    const text = next ? JSON.stringify(next) : OWN
    try {
      sessionStorage.setItem(KEY, text)
      localStorage.setItem(KEY, text)
    } catch {
      // Without storage the choice holds until the page is loaded anew.
    }
  }

  /** With the session the choice ends too. */
  forget(): void {
    this.current = null
    try {
      sessionStorage.removeItem(KEY)
      localStorage.removeItem(KEY)
    } catch {
      // Then nothing was kept either.
    }
  }

  get isReadOnly(): boolean {
    return this.current?.role === 'viewer'
  }
}

export const ledger = new Ledger()

/** Works on another ledger, from its first page: what is open here belongs to this one. */
export function switchLedger(next: HouseholdLedger | null): void {
  ledger.become(next)
  window.location.assign('/')
}

/** About the person and not about a ledger, or asked by POST and changing nothing: open to those who may only look. */
const OPEN = ['/api/auth/', '/api/households/', '/api/invitations/', '/api/operations/', '/api/ask/', '/api/rules/preview/']

export function isRefused(method: string, path: string): boolean {
  return ledger.isReadOnly && !['GET', 'HEAD'].includes(method) && !OPEN.some((door) => path.startsWith(door))
}
