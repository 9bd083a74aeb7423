import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Advice } from '@/api/types'
import { LinkedText } from '@/components/ui/facts'
import { Money } from '@/components/ui/money'
import { signOf } from '@/lib/money'
import { dayName } from '@/lib/period'
import { useAdviceAnswer } from '../api/advice'
import { dueDay, OUTCOMES, outcomeWords } from '../lib/advice-words'
import { NotForMe } from './advice-piece'
import classes from './advice.module.css'
import { Gain } from './gain'

/** As many as a search can name. */
const MOST_ROWS = 90

/** What you took on, and what rows since then say about it. */
export function UnderWay({ advice }: { advice: readonly Advice[] }) {
  const answer = useAdviceAnswer()
  return (
    <ul className={classes['taken']}>
      {advice.map((one) => (
        <li key={one.id} className={classes['piece']} data-quiet>
          <div className={classes['body']}>
            <h3 className={classes['title']}>{one.title}</h3>
            <p className={classes['what']}>
              <LinkedText text={one.how} facts={one.facts} />
            </p>
            <OutcomeLine advice={one} />
            <div className={classes['deeds']}>
              <Button size="sm" variant="default" aria-label={t`Done: ${one.title}`} onClick={() => answer(one, { kind: 'done' })}>
                <Trans context="a piece of advice">Done</Trans>
              </Button>
              <NotForMe title={one.title} onAnswer={(said) => answer(one, said)} />
            </div>
          </div>
          <div className={classes['side']}>
            <Gain advice={one} />
            {one.accepted_at ? <span><Trans>since {dayName(one.accepted_at.slice(0, 10))}</Trans></span> : null}
          </div>
        </li>
      ))}
    </ul>
  )
}

export function OutcomeLine({ advice }: { advice: Advice }) {
  const { outcome } = advice
  if (!outcome) return null
  const due = dueDay(advice)
  return (
    <p className={classes['outcome']}>
      <span className={classes['state']} data-state={outcome.state}>
        {OUTCOMES[outcome.state]}
      </span>{' '}
      {outcome.state !== 'pending' && signOf(outcome.saved) !== 0 ? (
        <>
          <Trans><Money amount={outcome.saved} currency={outcome.currency} sign="always" /> so far.</Trans>{' '}
        </>
      ) : null}
      <span className={classes['quiet']}>
        {outcomeWords(outcome)}
        {outcome.transactions.length > 0 ? (
          <>
            {' '}
            <Trans><Link to="/transactions" search={{ q: `id:${outcome.transactions.slice(-MOST_ROWS).join(',')}`, period: 'all' }}>
              {plural(outcome.transactions.length, { one: '# row', other: '# rows' })}
            </Link>{' '}
            looked at.</Trans>
          </>
        ) : null}
        {outcome.state === 'pending' && due ? <> <Trans>We can tell from {dayName(due)}.</Trans></> : null}
      </span>
    </p>
  )
}
