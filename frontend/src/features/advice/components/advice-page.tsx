import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Anchor, Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { adviceAllQuery, adviceShownQuery } from '@/api/findings'
import type { Advice } from '@/api/types'
import { EmptyNote, ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { markSeen, useAdviceAnswer } from '../api/advice'
import { toDecide } from '@/lib/findings'
import { ended, underWay } from '../lib/advice-words'
import { AdvicePiece } from './advice-piece'
import { Brought } from './brought'
import { PastAdvice } from './past-advice'
import { UnderWay } from './under-way'
import classes from './advice.module.css'

/** What to do, at most five pieces; what is under way; and what became of earlier advice. */
export function AdvicePage() {
  const shown = useQuery(adviceShownQuery)
  const all = useQuery(adviceAllQuery)
  if (shown.isPending) return <RowSkeletons rows={5} height={140} />
  if (shown.isError)
    return <ErrorNote what={t`The advice could not be loaded`} error={shown.error} onRetry={() => void shown.refetch()} />
  const open = toDecide(shown.data)
  const taken = underWay(shown.data)
  const past = ended(all.data ?? [])
  return (
    <div className={classes['page']}>
      <Seen advice={open} />
      {open.length > 0 ? <ToDecide advice={open} /> : <Nothing hasTaken={taken.length > 0} />}
      {taken.length > 0 ? (
        <Section title={t`Under way`}>
          <Brought />
          <UnderWay advice={taken} />
        </Section>
      ) : null}
      {all.isError ? <ErrorNote what={t`Earlier advice could not be loaded`} error={all.error} onRetry={() => void all.refetch()} /> : null}
      {past.length > 0 ? <PastAdvice advice={past} /> : null}
    </div>
  )
}

function ToDecide({ advice }: { advice: readonly Advice[] }) {
  const answer = useAdviceAnswer()
  return (
    <section aria-label={t`To decide`}>
      <p className={classes['lead']}>
        {advice.length === 1 ? t`One thing is worth doing now.` : t`${plural(advice.length, { one: '# thing', other: '# things' })} are worth doing now, the most useful first.`}{' '}
        <span className={classes['quiet']}><Trans>Gains are careful, for a whole year, and none is counted twice.</Trans></span>
      </p>
      <ol className={classes['pieces']}>
        {advice.map((one) => (
          <li key={one.id}>
            <AdvicePiece advice={one} onAnswer={(said) => answer(one, said)} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Nothing({ hasTaken }: { hasTaken: boolean }) {
  return (
    <EmptyNote
      title={hasTaken ? t`Nothing new to do` : t`No advice just now`}
      action={
        <Button component={Link} to="/import" variant="default">
          <Trans>Import a newer statement</Trans>
        </Button>
      }
    >
      <Trans>We look for savings and risks after every import and every night. Most need about three months of your own rows before
      they can say anything. Meanwhile, <Anchor component={Link} to="/advice/health" underline="always">see how your money is doing</Anchor>.</Trans>
    </EmptyNote>
  )
}

/** What is new counts as seen once it has been on the page. */
function Seen({ advice }: { advice: readonly Advice[] }) {
  const client = useQueryClient()
  const fresh = advice.filter(({ status }) => status === 'new').map(({ id }) => id)
  const key = fresh.join(',')
  useEffect(() => {
    if (key === '') return
    const ids = key.split(',').map(Number)
    client.setQueryData<Advice[]>(adviceShownQuery.queryKey, (known) =>
      known?.map((one) => (ids.includes(one.id) && one.status === 'new' ? { ...one, status: 'seen' } : one)),
    )
    void markSeen(ids)
  }, [client, key])
  return null
}
