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
      <Section title="Moved this month">
        <ul className={classes['list']}>
          {moves.map(({ id, source_name: source, target_name: target, amount, currency, made_at: madeAt, undone_at: undoneAt }) => (
            <li key={id} className={classes['plain']}>
              <span>
                {source} to {target} <span className={classes['quiet']}>{since(madeAt)}</span>
              </span>
              <Money amount={amount} currency={currency} />
              {undoneAt ? (
                <span className={classes['quiet']}>taken back</span>
              ) : (
                <Button size="compact-sm" variant="subtle" aria-label={`Take back: ${source} to ${target}`} onClick={() => onUndo(id)}>
                  Take back
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
