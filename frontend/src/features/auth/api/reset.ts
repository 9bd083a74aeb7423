import { api, unwrap } from '@/api/client'

export async function askForReset(body: { email: string }): Promise<void> {
  await unwrap(api.POST('/api/auth/password/reset/', { body }))
}

export async function resetPassword(body: { token: string; new_password: string }): Promise<void> {
  await unwrap(api.POST('/api/auth/password/reset/confirm/', { body }))
}
