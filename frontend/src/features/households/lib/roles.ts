import { t } from '@lingui/core/macro'
import type { MemberRole } from '@/api/types'

export const ROLES: Record<MemberRole, string> = {
  owner: t`Owner`,
  partner: t`Partner`,
  viewer: t`Viewer`,
}

export const MAY: Record<MemberRole, string> = {
  owner: t`sees and changes everything, and says who is in it`,
  partner: t`sees and changes everything but who is in it`,
  viewer: t`sees everything and changes nothing`,
}

export const ROLE_OPTIONS = (['owner', 'partner', 'viewer'] as const).map((value) => ({ value, label: ROLES[value] }))
export const INVITED_OPTIONS = (['partner', 'viewer'] as const).map((value) => ({ value, label: `${ROLES[value]}: ${MAY[value]}` }))
