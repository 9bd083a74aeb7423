import { Outlet, useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { categoriesQuery } from '@/api/queries'
import { ledger } from '@/api/ledger'
import { session } from '@/api/session'
import { EvidenceContext } from '@/components/ui/evidence-context'
import { Frame } from '@/components/layouts/frame'
import { DemoMark } from '@/features/first-run/components/demo-mark'
import { useEndedChanges } from '@/features/jobs/api/use-ended-changes'
import { JobStrip } from '@/features/jobs/components/job-strip'
import { ConnectionNote } from '@/features/offline/connection-note'
import { useUndo } from '@/features/transactions/api/use-undo'
import { CategoryColours, coloursByGroup } from '@/lib/category-colours'
import { formatTarget, isSameTarget, parseTarget, type EvidenceTarget } from '@/lib/evidence-target'
import { useIdle } from '@/lib/idle'
import { useLast } from '@/lib/use-last'
import { LedgerMark } from './ledger-mark'
import { LedgerSwitcher } from './ledger-switcher'
import { DESTINATIONS, PHONE_BAR } from './navigation'
import { EvidenceDrawer, JobDrawer, MoreSheet, prefetchParts } from './parts'
import { ShellTools } from './shell-tools'
import { Shortcuts } from './shortcuts'
import { useLedgerWatch } from './use-ledger-watch'
import { useProfileLanguage } from './use-profile-language'
import { ShellActionsContext } from './shell-actions'

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
  const [searches, setSearches] = useState(0)
  const isIdle = useIdle()
  useEffect(() => {
    if (isIdle) void prefetchParts()
  }, [isIdle])
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
  const actions = useMemo(() => ({ openJobs: () => setJobsOpen(true), openSearch: () => setSearches((before) => before + 1) }), [])
  const undo = useUndo()
  useEndedChanges(undo)
  return (
    <EvidenceContext value={openEvidence}>
      <ShellActionsContext value={actions}>
        <CategoryColours value={colours}>
          <Frame
            destinations={ledger.isReadOnly ? DESTINATIONS.filter(({ to }) => to !== '/import') : DESTINATIONS}
            bar={PHONE_BAR}
            onMore={() => setMoreOpen(true)}
            switcher={<LedgerSwitcher onManage={() => void navigate({ to: '/settings', search: { part: 'household' } })} />}
            jobStrip={
              <>
                <DemoMark />
                <JobStrip onOpen={actions.openJobs} />
              </>
            }
            tools={<ShellTools />}
          >
            <ConnectionNote />
            <LedgerMark />
            <Outlet />
          </Frame>
        </CategoryColours>
        <Suspense>{isIdle || isMoreOpen ? <MoreSheet isOpen={isMoreOpen} onClose={() => setMoreOpen(false)} /> : null}</Suspense>
        <Suspense>
          {isIdle || areJobsOpen ? <JobDrawer isOpen={areJobsOpen} onClose={() => setJobsOpen(false)} onUndo={undo} /> : null}
        </Suspense>
        <Suspense>
          {shown ? (
            <EvidenceDrawer isOpen={target !== null} target={shown} onClose={() => openEvidence(null)} />
          ) : null}
        </Suspense>
        <Shortcuts searches={searches} isReady={isIdle} />
      </ShellActionsContext>
    </EvidenceContext>
  )
}
