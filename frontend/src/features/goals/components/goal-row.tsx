import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Button, Progress } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Goal } from '@/api/types'
import { FactFigure } from '@/components/ui/facts'
import { Money } from '@/components/ui/money'
import { dayName } from '@/lib/period'
import { barValue, oddsWords, percentWords, reasonWords } from '../lib/goal-words'
import classes from './goals.module.css'

interface GoalRowProps {
  goal: Goal
  onEdit: () => void
  /** Not there where it cannot move that way. */
  onUp?: (() => void) | undefined
  onDown?: (() => void) | undefined
  onArchive: () => void
  onRemove: () => void
}

export function GoalRow({ goal, onEdit, onUp, onDown, onArchive, onRemove }: GoalRowProps) {
  const { name, currency, saved, target, progress } = goal
  return (
    <li className={classes['goal']}>
      <div>
        <div className={classes['name']}>{name}</div>
        <div className={classes['sums']}>
          <Shown goal={goal} fact="saved" value={saved}>
            <Money amount={saved} currency={currency} />
          </Shown>{' '}
          <Trans>of <Money amount={target} currency={currency} />, {percentWords(progress)}</Trans>
        </div>
      </div>
      <div className={classes['tools']}>
        {onUp ? (
          <ActionIcon variant="subtle" color="gray" aria-label={t`Move ${name} up`} onClick={onUp}>
            <IconArrowUp size={16} />
          </ActionIcon>
        ) : null}
        {onDown ? (
          <ActionIcon variant="subtle" color="gray" aria-label={t`Move ${name} down`} onClick={onDown}>
            <IconArrowDown size={16} />
          </ActionIcon>
        ) : null}
        <Button size="compact-sm" variant="subtle" onClick={onEdit} aria-label={t`Edit ${name}`}>
          <Trans>Edit</Trans>
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onArchive} aria-label={goal.is_archived ? t`Bring back ${name}` : t`Put away ${name}`}>
          {goal.is_archived ? t`Bring back` : t`Put away`}
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onRemove} aria-label={t`Remove ${name}`}>
          <Trans>Remove</Trans>
        </Button>
      </div>
      <Progress className={classes['bar'] ?? ''} value={barValue(progress)} aria-label={t`${name}: ${percentWords(progress)} saved`} />
      {goal.is_archived ? null : <Says goal={goal} />}
    </li>
  )
}

/** How likely it is, until when, and what it takes. */
function Says({ goal }: { goal: Goal }) {
  const { odds, needed_monthly: needed, mid, currency, target_date: day } = goal
  if (odds === null || needed === null || day === null)
    return <p className={`${classes['says'] ?? ''} ${classes['quiet'] ?? ''}`}>{reasonWords(goal)}</p>
  return (
    <p className={classes['says']}>
      <Trans><strong>{oddsWords(odds)}</strong> by {dayName(day)}:{' '}
      <Shown goal={goal} fact="odds" value={odds}>
        {percentWords(odds)}
      </Shown>{' '}
      of paths like your own past months arrive.</Trans>{' '}
      {Number(needed) > Number(goal.monthly) ? (
        <>
          <Trans>Put{' '}
          <Shown goal={goal} fact="needed" value={needed}>
            <Money amount={needed} currency={currency} />
          </Shown>{' '}
          aside each month to make four in five of them arrive.</Trans>
        </>
      ) : (
        t`Nothing more has to be put aside.`
      )}{' '}
      {mid === null ? null : (
        <span className={classes['quiet']}>
          <Trans>The middle path ends at <Money amount={mid} currency={currency} />.</Trans>
        </span>
      )}
    </p>
  )
}

/** Leads to its evidence while that still says what is shown; the analysis follows an edit a little later. */
function Shown({ goal, fact, value, children }: { goal: Goal; fact: string; value: string; children: ReactNode }) {
  const known = goal.facts.find((one) => one.name === fact && one.value === value)
  return known ? <FactFigure fact={known}>{children}</FactFigure> : children
}
