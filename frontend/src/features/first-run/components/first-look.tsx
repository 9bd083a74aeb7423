import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Progress, Text } from '@mantine/core'
import { IconCircle, IconCircleCheckFilled, IconLoader2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { adviceShownQuery, insightsOpenQuery } from '@/api/findings'
import { isLive, jobsQuery } from '@/api/jobs'
import type { Advice, DemoHousehold, Insight, Job } from '@/api/types'
import { LinkedText } from '@/components/ui/facts'
import { Money } from '@/components/ui/money'
import { EmptyNote, ErrorNote } from '@/components/ui/notes'
import { toDecide, waits } from '@/lib/findings'
import { timeLeft } from '@/lib/since'
import { stageName } from '@/lib/stage-words'
import { useFillDemo } from '../api/use-demo'
import { stageOf, type Stage } from '../lib/steps'
import classes from './first-run.module.css'

/** From rows to the first thing worth knowing, with the worker's own progress meanwhile. */
export function FirstLook({ demo, onRows }: { demo: DemoHousehold; onRows: () => void }) {
  const { data: jobs = [] } = useQuery(jobsQuery)
  const insights = useQuery(insightsOpenQuery)
  const advice = useQuery(adviceShownQuery)
  const noticed = (insights.data ?? []).find(waits)
  const piece = toDecide(advice.data ?? [])[0]
  const rows = demo.rows + demo.own_rows
  const stage = stageOf(jobs, rows, noticed !== undefined || piece !== undefined)
  if (stage === 'empty') return <NothingYet onRows={onRows} />
  if (stage === 'failed') return <DidNotCome job={jobs.find(({ kind }) => kind === 'demo_household')} />
  const isDone = stage === 'done'
  return (
    <div className={classes['look']}>
      <UnderWay stage={stage} rows={rows} jobs={jobs} />
      <div className={classes['found']} aria-busy={!isDone} aria-live="polite">
        {isDone && noticed ? <Noticed insight={noticed} /> : null}
        {isDone && piece ? <Advised advice={piece} /> : null}
        {isDone && !noticed && !piece ? (
          <Text>
            <Trans>
              Nothing stands out so far. With two or three months of statements there is more to go by: what comes back, what is
              usual, what is dear.
            </Trans>
          </Text>
        ) : null}
      </div>
      <Group gap="sm">
        <Button component={Link} to="/">
          <Trans>Open the overview</Trans>
        </Button>
        {isDone && noticed ? (
          <Button variant="default" component={Link} to="/advice/insights">
            <Trans>All that is worth a look</Trans>
          </Button>
        ) : null}
      </Group>
    </div>
  )
}

function UnderWay({ stage, rows, jobs }: { stage: Stage; rows: number; jobs: readonly Job[] }) {
  const at = jobs.find(({ kind, key, status }) =>
    isLive(status) && (stage === 'booking' ? kind === 'demo_household' : key.startsWith('refresh_analyse')),
  )
  const left = at ? timeLeft(at.started_at, at.progress) : null
  const words = stage === 'done' ? t`Done` : at?.stage ? stageName(at.stage) : t`Waiting for the worker`
  return (
    <div className={classes['underWay']}>
      <ul className={classes['list']}>
        <Line isDone={stage !== 'booking'} isNow={stage === 'booking'}>
          {stage === 'booking' ? t`Booking transactions` : plural(rows, { one: '# transaction booked', other: '# transactions booked' })}
        </Line>
        <Line isDone={stage === 'done'} isNow={stage === 'looking'}>
          {stage === 'done' ? t`Looked through for what comes back and what stands out` : t`Looking for what comes back and what stands out`}
        </Line>
      </ul>
      <Progress
        value={stage === 'done' ? 100 : (at?.progress ?? 3)}
        size={6}
        aria-label={t`How far it is`}
        animated={stage !== 'done'}
      />
      <Text size="sm" c="dimmed" role="status">
        {words}
        {stage !== 'done' && left ? `, ${left}` : ''}
      </Text>
    </div>
  )
}

function Line({ isDone, isNow, children }: { isDone: boolean; isNow: boolean; children: string }) {
  const Icon = isDone ? IconCircleCheckFilled : isNow ? IconLoader2 : IconCircle
  return (
    <li className={classes['line']} data-done={isDone || undefined}>
      <Icon size={20} aria-hidden /> {children}
    </li>
  )
}

function Noticed({ insight }: { insight: Insight }) {
  return (
    <article className={classes['finding']} aria-label={t`The first insight`}>
      <p className={classes['kind']}>
        <Trans>Worth a look</Trans>
      </p>
      <h3 className={classes['headline']}>{insight.title}</h3>
      <p className={classes['text']}>
        <LinkedText text={insight.text} facts={insight.facts} />
      </p>
    </article>
  )
}

function Advised({ advice }: { advice: Advice }) {
  return (
    <article className={classes['finding']} aria-label={t`The first advice`}>
      <p className={classes['kind']}>
        <Trans>What to do</Trans>
      </p>
      <h3 className={classes['headline']}>
        <Link to="/advice" className={classes['door']}>
          {advice.title}
        </Link>
      </h3>
      {advice.saving ? (
        <p className={classes['text']}>
          <Trans>
            <Saving saving={advice.saving} currency={advice.currency} /> a year
          </Trans>
        </p>
      ) : (
        <p className={classes['text']}>{advice.what}</p>
      )}
    </article>
  )
}

function Saving({ saving: { low, high }, currency }: { saving: NonNullable<Advice['saving']>; currency: string }) {
  return (
    <>
      <Money amount={low} currency={currency} whole />
      {low === high ? null : (
        <>
          {' – '}
          <Money amount={high} currency={currency} whole />
        </>
      )}
    </>
  )
}

function NothingYet({ onRows }: { onRows: () => void }) {
  return (
    <EmptyNote
      title={t`No transactions yet`}
      action={
        <Button onClick={onRows}>
          <Trans>Bring your money in</Trans>
        </Button>
      }
    >
      <Trans>A bank statement or the demo household comes first; then there is something to say.</Trans>
    </EmptyNote>
  )
}

function DidNotCome({ job }: { job: Job | undefined }) {
  const fill = useFillDemo()
  return (
    <ErrorNote
      what={t`The demo household did not come`}
      error={new Error(job?.error_message ?? t`The worker gave up.`)}
      onRetry={() => fill.mutate()}
    />
  )
}
