import type { PersonalToken } from '@/api/types'

export type Scope = PersonalToken['scopes'][number]

export const SCOPES: Record<Scope, string> = {
  read: 'Read everything',
  write: 'Change what is in the ledger',
  import: 'Bring in statements',
  reports: 'Ask for reports and read them',
}

export const ALL_SCOPES = Object.keys(SCOPES) as Scope[]
