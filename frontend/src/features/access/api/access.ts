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

export const passkeysQuery = queryOptions({
  queryKey: ['access', 'passkeys'],
  queryFn: () => unwrap(api.GET('/api/auth/passkeys/')),
})

/** From the password to the device and back; the recovery codes, where this is the first second factor. */
export async function addPasskey({ name, ...proof }: Proof & { name: string }): Promise<string[]> {
  const begun = await unwrap(api.POST('/api/auth/passkeys/begin/', { body: proof }))
  const { makePasskey } = await import('@/api/passkey')
  const credential = await makePasskey(begun.options)
  const made = await unwrap(api.POST('/api/auth/passkeys/', { body: { challenge: begun.challenge, name, credential } }))
  return made.recovery_codes
}

export async function renamePasskey({ id, name }: { id: number; name: string }): Promise<void> {
  await unwrap(api.PATCH('/api/auth/passkeys/{id}/', { params: { path: { id } }, body: { name } }))
}

export async function removePasskey({ id, proof }: { id: number; proof: Proof }): Promise<void> {
  await unwrap(api.DELETE('/api/auth/passkeys/{id}/', { params: { path: { id } }, body: proof }))
}

export function beginSecondFactor(body: Proof) {
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
