/** What opens over the page. None of it is needed for the first paint; all of it is fetched in the first quiet moment. */

import { HintBubble } from '@/components/ui/hint'
import { PopupBody } from '@/components/ui/popup'
import { later, type Later } from '@/lib/later'

export const CommandPalette = later(() => import('./command-palette').then((module) => module.CommandPalette))
export const KeysList = later(() => import('./keys-list').then((module) => module.KeysList))
export const SchemeChoices = later(() => import('./scheme-choices').then((module) => module.SchemeChoices))
export const LedgerChoices = later(() => import('@/features/households/components/ledger-choices').then((module) => module.LedgerChoices))
export const MoreSheet = later(() => import('./more-sheet').then((module) => module.MoreSheet))
export const JobDrawer = later(() => import('@/features/jobs/components/job-drawer').then((module) => module.JobDrawer))
export const EvidenceDrawer = later(() => import('@/features/evidence/components/evidence-drawer').then((module) => module.EvidenceDrawer))

export const NoteStack = later(() => import('@/components/ui/note-stack').then((module) => module.NoteStack))

/** What is reached for most comes first. */
const PARTS: readonly Pick<Later<never>, 'prefetch'>[] = [
  EvidenceDrawer,
  CommandPalette,
  HintBubble,
  PopupBody,
  MoreSheet,
  JobDrawer,
  SchemeChoices,
  LedgerChoices,
  KeysList,
]

/** One after the other: what the page itself still asks for goes first. */
export async function prefetchParts(): Promise<void> {
  for (const part of PARTS) await part.prefetch()
}
