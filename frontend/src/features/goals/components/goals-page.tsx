import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Goal } from '@/api/types'
import { EmptyNote, ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { useGoalDeeds } from '../api/use-goal-deeds'
import { goalsQuery } from '../api/goals'
import { movedGoals } from '../lib/goal-words'
import { GoalDrawer } from './goal-drawer'
import { GoalRow } from './goal-row'
import classes from './goals.module.css'

interface GoalsPageProps {
  edited: Goal | 'new' | null
  onEdit: (goal: Goal | 'new' | null) => void
}

/** What is saved for: how far it is, how likely, and what it takes. */
export function GoalsPage({ edited, onEdit }: GoalsPageProps) {
  const goals = useQuery(goalsQuery)
  const deeds = useGoalDeeds()
  if (goals.isPending) return <RowSkeletons rows={4} height={96} />
  if (goals.isError) return <ErrorNote what={t`Your goals could not be loaded`} error={goals.error} onRetry={() => void goals.refetch()} />
  const [shown, away] = [goals.data.filter((one) => !one.is_archived), goals.data.filter((one) => one.is_archived)]
  const row = (goal: Goal, at: number, among: readonly Goal[]) => (
    <GoalRow
      key={goal.id}
      goal={goal}
      onEdit={() => onEdit(goal)}
      onUp={!goal.is_archived && at > 0 ? () => deeds.arrange(movedGoals(goals.data, goal.id, -1)) : undefined}
      onDown={!goal.is_archived && at < among.length - 1 ? () => deeds.arrange(movedGoals(goals.data, goal.id, 1)) : undefined}
      onArchive={() => deeds.archive(goal)}
      onRemove={() => deeds.remove(goal)}
    />
  )
  return (
    <>
      {shown.length > 0 ? (
        <>
          <p className={classes['note']}>
            <Trans>An account that serves several goals is shared out in this order; no cent counts twice. Each goal is judged by itself, as if
            all that is left over went to it.</Trans>
          </p>
          <ul className={classes['list']}>{shown.map(row)}</ul>
        </>
      ) : (
        <EmptyNote title={t`What do you save for?`} action={<Button onClick={() => onEdit('new')}><Trans>Add your first goal</Trans></Button>}>
          <Trans>A goal has a sum and, if you like, a date. Your own past months then say how likely it is and what it takes a month.</Trans>
        </EmptyNote>
      )}
      {away.length > 0 ? (
        <div className={classes['archived']}>
          <Section title={t`Put away`}>
            <ul className={classes['list']}>{away.map(row)}</ul>
          </Section>
        </div>
      ) : null}
      <GoalDrawer edited={edited} onClose={() => onEdit(null)} />
    </>
  )
}
