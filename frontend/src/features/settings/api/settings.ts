import { api, unwrap } from '@/api/client'
import type { Me } from '@/api/types'

export function saveProfile(body: Partial<Pick<Me, 'display_name' | 'base_currency' | 'language' | 'time_zone'>>): Promise<Me> {
  return unwrap(api.PATCH('/api/auth/me/', { body }))
}

export async function changePassword(body: { current_password: string; new_password: string }): Promise<void> {
  await unwrap(api.POST('/api/auth/password/', { body }))
}
