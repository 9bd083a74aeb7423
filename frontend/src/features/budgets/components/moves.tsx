import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Money } from '@/components/ui/money'
import { Section } from '@/components/ui/section'
import { since } from '@/lib/since'
import { movesQuery } from '../api/budgets'
import classes from './budgets.module.css'

/** What was moved this month, the newest first; each can be taken back. */
export function Moves({ month, onUndo }: { month: string; onUndo: (move: number) => void }) {
  const { data: moves = [] } = useQuery(movesQuery(month))
  if (moves.length === 0) return null
  return (
    <div className={classes['apart']}>
      <Section title={t`Moved this month`}>
        <ul className={classes['list']}>
          {moves.map(({ id, source_name: source, target_name: target, amount, currency, made_at: madeAt, undone_at: undoneAt }) => (
            <li key={id} className={classes['plain']}>
              <span>
                <Trans>{source} to {target} <span className={classes['quiet']}>{since(madeAt)}</span></Trans>
              </span>
              <Money amount={amount} currency={currency} />
              {undoneAt ? (
                <span className={classes['quiet']}><Trans>taken back</Trans></span>
              ) : (
                <Button size="compact-sm" variant="subtle" aria-label={t`Take back: ${source} to ${target}`} onClick={() => onUndo(id)}>
                  <Trans>Take back</Trans>
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
