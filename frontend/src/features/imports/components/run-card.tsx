import { t } from '@lingui/core/macro'
import { Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { StatementImport } from '@/api/types'
import { ErrorNote } from '@/components/ui/notes'
import { importQuery, isUnderWay } from '../api/imports'
import { formatName, spanName } from '../lib/understood'
import { verdictOf, type Sureness } from '../lib/verdict'
import { CardFrame } from './card-frame'
import { Previewed } from './previewed'
import { ProblemList } from './problem-list'
import { Result } from './result'
import classes from './run-card.module.css'
import { SureMark } from './sure-mark'
import { UnderWay } from './under-way'

interface RunCardProps {
  id: number
  onPutAway: () => void
}

/** One file from reading to result. Everything it shows is on the server, so that it survives a reload. */
export function RunCard({ id, onPutAway }: RunCardProps) {
  const { data: run, error, isPending, refetch } = useQuery({ ...importQuery(id), staleTime: 5_000 })
  if (!run)
    return (
      <CardFrame name={t`Import`} onPutAway={onPutAway}>
        {isPending ? (
          <div className={classes['skeleton']} role="status" aria-busy="true" aria-label={t`Loading`}>
            <Skeleton height={20} width="60%" />
            <Skeleton height={56} />
          </div>
        ) : (
          <ErrorNote what={t`This import could not be loaded`} error={error} onRetry={() => void refetch()} />
        )}
      </CardFrame>
    )
  const verdict = verdictOf(run)
  return (
    <CardFrame
      name={run.file_name}
      onPutAway={onPutAway}
      about={<About run={run} />}
      aside={hasVerdict(run, verdict.sureness) ? <SureMark {...verdict} /> : null}
    >
      <Body run={run} />
    </CardFrame>
  )
}

/** Once it is booked, only what the balances prove is still worth saying; the columns are not there to be looked at. */
function hasVerdict(run: StatementImport, sureness: Sureness): boolean {
  if (run.status === 'committed') return sureness === 'proved' || sureness === 'differs'
  return !isUnderWay(run) && run.status !== 'rolled_back'
}

/** "Table of text (CSV) · Checking · 1 Sep – 30 Sep 2025". */
function About({ run }: { run: StatementImport }) {
  if (isUnderWay(run)) return null
  const parts = [formatName(run.format), spanName(run.first_date, run.last_date)]
  return (
    <Text size="sm" c="dimmed">
      {parts.filter(Boolean).join(' · ')}
    </Text>
  )
}

function Body({ run }: { run: StatementImport }) {
  switch (run.status) {
    case 'queued':
    case 'running':
      return <UnderWay run={run} />
    case 'failed':
      return <ProblemList run={run} />
    case 'previewed':
      return <Previewed run={run} />
    default:
      return <Result run={run} />
  }
}
