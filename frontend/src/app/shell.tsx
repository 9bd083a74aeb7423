import { Outlet, useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { categoriesQuery } from '@/api/queries'
import { ledger } from '@/api/ledger'
import { session } from '@/api/session'
import { EvidenceContext } from '@/components/ui/evidence-context'
import { Frame } from '@/components/layouts/frame'
import { DemoMark } from '@/features/first-run/components/demo-mark'
import { LedgerMark } from '@/features/households/components/ledger-mark'
import { LedgerSwitcher } from '@/features/households/components/ledger-switcher'
import { useLedgerWatch } from '@/features/households/api/use-ledger-watch'
import { JobDrawer } from '@/features/jobs/components/job-drawer'
import { useEndedChanges } from '@/features/jobs/api/use-ended-changes'
import { JobStrip } from '@/features/jobs/components/job-strip'
import { ConnectionNote } from '@/features/offline/connection-note'
import { useUndo } from '@/features/transactions/api/use-undo'
import { CategoryColours, coloursByGroup } from '@/lib/category-colours'
import { formatTarget, isSameTarget, parseTarget, type EvidenceTarget } from '@/lib/evidence-target'
import { useLast } from '@/lib/use-last'
import { DESTINATIONS, PHONE_BAR } from './navigation'
import { MoreSheet } from './more-sheet'
import { ShellTools } from './shell-tools'
import { Shortcuts } from './shortcuts'
import { useProfileLanguage } from './use-profile-language'
import { ShellActionsContext } from './shell-actions'

const EvidenceDrawer = lazy(() =>
  import('@/features/evidence/components/evidence-drawer').then((module) => ({ default: module.EvidenceDrawer })),
)

/** When the session ends (here or in another tab) the sign-in page is shown; the caches are cleared beside the client. */
function useLeaveOnSignOut(): void {
  const router = useRouter()
  useEffect(
    () =>
      session.subscribe(() => {
        if (session.status === 'signed-out') void router.invalidate()
      }),
    [router],
  )
}

export function Shell() {
  useLeaveOnSignOut()
  useProfileLanguage()
  useLedgerWatch()
  const { figure } = useSearch({ from: '/shell' })
  const navigate = useNavigate()
  const [areJobsOpen, setJobsOpen] = useState(false)
  const [isMoreOpen, setMoreOpen] = useState(false)
  const target = figure ? parseTarget(figure) : null
  const shown = useLast(target, isSameTarget)
  const openEvidence = useCallback(
    (next: EvidenceTarget | null) =>
      void navigate({
        to: '.',
        search: (previous) => ({ ...previous, figure: next ? formatTarget(next) : undefined }) as typeof previous,
        resetScroll: false,
      }),
    [navigate],
  )
  const { data: categories } = useQuery(categoriesQuery)
  const colours = useMemo(() => coloursByGroup(categories ?? []), [categories])
  const openJobs = useCallback(() => setJobsOpen(true), [])
  const undo = useUndo()
  useEndedChanges(undo)
  return (
    <EvidenceContext value={openEvidence}>
      <ShellActionsContext value={{ openJobs }}>
        <CategoryColours value={colours}>
          <Frame
            destinations={ledger.isReadOnly ? DESTINATIONS.filter(({ to }) => to !== '/import') : DESTINATIONS}
            bar={PHONE_BAR}
            onMore={() => setMoreOpen(true)}
            switcher={<LedgerSwitcher onManage={() => void navigate({ to: '/settings', search: { part: 'household' } })} />}
            jobStrip={
              <>
                <DemoMark />
                <JobStrip onOpen={openJobs} />
              </>
            }
            tools={<ShellTools />}
          >
            <ConnectionNote />
            <LedgerMark />
            <Outlet />
          </Frame>
        </CategoryColours>
        <MoreSheet isOpen={isMoreOpen} onClose={() => setMoreOpen(false)} />
        <JobDrawer isOpen={areJobsOpen} onClose={() => setJobsOpen(false)} onUndo={undo} />
        <Suspense>
          {shown ? (
            <EvidenceDrawer isOpen={target !== null} target={shown} onClose={() => openEvidence(null)} />
          ) : null}
        </Suspense>
        <Shortcuts />
      </ShellActionsContext>
    </EvidenceContext>
  )
}
