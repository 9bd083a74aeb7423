import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { householdsQuery } from '@/api/queries'
import type { HouseholdPatch, InvitationGiven, MemberRole } from '@/api/types'

export function membersQuery(id: number) {
  return queryOptions({
    queryKey: ['households', id, 'members'],
    queryFn: () => unwrap(api.GET('/api/households/{id}/members/', { params: { path: { id } } })),
  })
}

export function invitationsQuery(id: number) {
  return queryOptions({
    queryKey: ['households', id, 'invitations'],
    queryFn: () => unwrap(api.GET('/api/households/{id}/invitations/', { params: { path: { id } } })),
  })
}

export function createHousehold(name: string) {
  return unwrap(api.POST('/api/households/', { body: { name } }))
}

export function saveHousehold({ id, ...body }: HouseholdPatch & { id: number }) {
  return unwrap(api.PATCH('/api/households/{id}/', { params: { path: { id } }, body }))
}

export async function deleteHousehold({ id, password }: { id: number; password: string }): Promise<void> {
  await unwrap(api.DELETE('/api/households/{id}/', { params: { path: { id } }, body: { password } }))
}

export function changeRole({ id, member, role }: { id: number; member: number; role: MemberRole }) {
  return unwrap(api.PATCH('/api/households/{id}/members/{member}/', { params: { path: { id, member } }, body: { role } }))
}

/** Out of it: oneself, or as an owner somebody else. */
export async function removeMember({ id, member }: { id: number; member: number }): Promise<void> {
  await unwrap(api.DELETE('/api/households/{id}/members/{member}/', { params: { path: { id, member } } }))
}

export function invite({ id, ...body }: InvitationGiven & { id: number }) {
  return unwrap(api.POST('/api/households/{id}/invitations/', { params: { path: { id } }, body }))
}

export async function withdraw({ id, invitation }: { id: number; invitation: number }): Promise<void> {
  await unwrap(api.DELETE('/api/households/{id}/invitations/{invitation}/', { params: { path: { id, invitation } } }))
}

export function join(code: string) {
  return unwrap(api.POST('/api/invitations/accept/', { body: { code } }))
}

export function householdsChanged(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: householdsQuery.queryKey })
}
