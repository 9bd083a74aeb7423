import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Collapse } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useId, useState } from 'react'
import { insightsAllQuery, insightsOpenQuery } from '@/api/findings'
import type { Insight } from '@/api/types'
import { EmptyNote, ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { waits } from '@/lib/findings'
import { dayName } from '@/lib/period'
import { markSeen, useInsightAnswer } from '../api/insights'
import { answerWords } from '../lib/insight-words'
import { InsightItem } from './insight-item'
import classes from './insights.module.css'

interface InsightsPageProps {
  /** The insight whose rows are laid open. */
  open: number | null
  onOpen: (id: number | null) => void
}

/** What was noticed and waits for a word; below it what you have answered. */
export function InsightsPage({ open, onOpen }: InsightsPageProps) {
  const insights = useQuery(insightsOpenQuery)
  const all = useQuery(insightsAllQuery)
  const { answer, reopen } = useInsightAnswer()
  const fresh = insights.data?.find(({ id, status }) => id === open && status === 'new')?.id
  useEffect(() => {
    if (fresh !== undefined) markSeen(fresh)
  }, [fresh])
  if (insights.isPending) return <RowSkeletons rows={5} height={96} />
  if (insights.isError)
    return <ErrorNote what={t`What was noticed could not be loaded`} error={insights.error} onRetry={() => void insights.refetch()} />
  const answered = (all.data ?? []).filter((one) => answerWords(one) !== '')
  const waiting = insights.data.filter(waits)
  return (
    <div className={classes['page']}>
      {waiting.length > 0 ? (
        <section aria-label={t`To look at`}>
          <p className={classes['lead']}>
            {plural(waiting.length, { one: '# thing is worth a look.', other: '# things are worth a look.' })}{' '}
            <span className={classes['quiet']}><Trans>Say that one is fine, and fewer like it are raised.</Trans></span>
          </p>
          <ul className={classes['list']}>
            {waiting.map((one) => (
              <li key={one.id}>
                <InsightItem
                  insight={one}
                  isOpen={open === one.id}
                  onOpen={(isOn) => onOpen(isOn ? one.id : null)}
                  onAnswer={(said) => answer(one, said)}
                />
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <EmptyNote
          title={t`Nothing needs a look`}
          action={
            <Button component={Link} to="/transactions" variant="default">
              <Trans>See the transactions</Trans>
            </Button>
          }
        >
          <Trans>We look for double charges, unusual amounts, fees, missing income and the like after every import, and keep it to
          about one false alarm a month.</Trans>
        </EmptyNote>
      )}
      {all.isError ? <ErrorNote what={t`Your answers could not be loaded`} error={all.error} onRetry={() => void all.refetch()} /> : null}
      {answered.length > 0 ? <Answered insights={answered} onReopen={reopen} /> : null}
    </div>
  )
}

const FIRST = 4

function Answered({ insights, onReopen }: { insights: readonly Insight[]; onReopen: (insight: Insight) => void }) {
  const [isWhole, setWhole] = useState(false)
  const rest = useId()
  const row = (one: Insight) => (
    <li key={one.id} className={classes['answered']}>
      <div className={classes['words']}>
        <span className={classes['name']}>{one.title}</span>
        <span className={classes['quiet']}>
          {dayName(one.day, 'medium')} · {answerWords(one)}
        </span>
      </div>
      <Button size="compact-sm" variant="subtle" aria-label={t`Take the answer back: ${one.title}`} onClick={() => onReopen(one)}>
        <Trans>Take it back</Trans>
      </Button>
    </li>
  )
  return (
    <Section title={t`Answered`}>
      <ul className={classes['list']}>{insights.slice(0, FIRST).map(row)}</ul>
      {insights.length > FIRST ? (
        <>
          <Collapse expanded={isWhole} id={rest}>
            <ul className={classes['list']}>{insights.slice(FIRST).map(row)}</ul>
          </Collapse>
          <Button mt="xs" size="compact-sm" variant="subtle" aria-expanded={isWhole} aria-controls={rest} onClick={() => setWhole(!isWhole)}>
            {isWhole ? t`Show fewer` : t`Show all ${insights.length}`}
          </Button>
        </>
      ) : null}
    </Section>
  )
}
