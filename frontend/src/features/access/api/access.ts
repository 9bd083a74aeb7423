import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import type { PersonalTokenGiven } from '@/api/types'

export interface Proof {
  password: string
  code: string
}

export const activityQuery = queryOptions({
  queryKey: ['access', 'activity'],
  queryFn: () => unwrap(api.GET('/api/auth/activity/')),
})

export const sessionsQuery = queryOptions({
  queryKey: ['access', 'sessions'],
  queryFn: () => unwrap(api.GET('/api/auth/sessions/')),
})

export const tokensQuery = queryOptions({
  queryKey: ['access', 'tokens'],
  queryFn: () => unwrap(api.GET('/api/auth/tokens/')),
})

export const secondFactorQuery = queryOptions({
  queryKey: ['access', 'second-factor'],
  queryFn: () => unwrap(api.GET('/api/auth/second-factor/')),
})

export function beginSecondFactor(body: { password: string }) {
  return unwrap(api.POST('/api/auth/second-factor/', { body }))
}

export function confirmSecondFactor(body: { code: string }) {
  return unwrap(api.POST('/api/auth/second-factor/confirm/', { body }))
}

export function renewRecoveryCodes(body: Proof) {
  return unwrap(api.POST('/api/auth/second-factor/recovery-codes/', { body }))
}

export async function endSecondFactor(body: Proof): Promise<void> {
  await unwrap(api.DELETE('/api/auth/second-factor/', { body }))
}

export async function endSession(id: string): Promise<void> {
  await unwrap(api.DELETE('/api/auth/sessions/{id}/', { params: { path: { id } } }))
}

export async function endOtherSessions(): Promise<void> {
  await unwrap(api.DELETE('/api/auth/sessions/'))
}

export function makeToken(body: PersonalTokenGiven) {
  return unwrap(api.POST('/api/auth/tokens/', { body }))
}

export async function revokeToken(id: number): Promise<void> {
  await unwrap(api.DELETE('/api/auth/tokens/{id}/', { params: { path: { id } } }))
}

export function accessChanged(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: ['access'] })
}
