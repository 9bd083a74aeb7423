import { api, unwrap } from '@/api/client'
import type { Account, AccountKind, Me } from '@/api/types'

export function saveProfile(body: { display_name?: string; base_currency?: string }): Promise<Me> {
  return unwrap(api.PATCH('/api/auth/me/', { body }))
}

export async function changePassword(body: { current_password: string; new_password: string }): Promise<void> {
  await unwrap(api.POST('/api/auth/password/', { body }))
}

export interface AccountDraft {
  name: string
  kind: AccountKind
  currency: string
  opening_balance: string
}

export function createAccount(body: AccountDraft): Promise<Account> {
  return unwrap(api.POST('/api/accounts/', { body }))
}

export function saveAccount(id: number, body: Partial<Omit<AccountDraft, 'currency'>> & { is_archived?: boolean }): Promise<Account> {
  return unwrap(api.PATCH('/api/accounts/{id}/', { params: { path: { id } }, body }))
}
