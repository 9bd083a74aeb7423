import { t } from '@lingui/core/macro'
import type { PersonalToken } from '@/api/types'

export type Scope = PersonalToken['scopes'][number]

export const SCOPES: Record<Scope, string> = {
  read: t`Read everything`,
  write: t`Change what is in the ledger`,
  import: t`Bring in statements`,
  reports: t`Ask for reports and read them`,
}

/** After "May", in a sentence. */
export const MAY: Record<Scope, string> = {
  read: t`read everything`,
  write: t`change what is in the ledger`,
  import: t`bring in statements`,
  reports: t`ask for reports and read them`,
}

export const ALL_SCOPES = Object.keys(SCOPES) as Scope[]
