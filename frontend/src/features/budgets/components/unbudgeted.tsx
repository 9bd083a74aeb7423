import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import type { BudgetLineGiven, BudgetMonth } from '@/api/types'
import { Figure } from '@/components/ui/figure'
import { Money } from '@/components/ui/money'
import { Section } from '@/components/ui/section'
import { negate, signOf } from '@/lib/money'
import { monthName } from '@/lib/period'
import classes from './budgets.module.css'

interface UnbudgetedProps {
  month: BudgetMonth
  onPlan: (line: BudgetLineGiven) => void
}

/** What was booked where no budget is: it belongs to the month, too. */
export function Unbudgeted({ month: { unbudgeted, currency, month }, onPlan }: UnbudgetedProps) {
  if (unbudgeted.length === 0) return null
  return (
    <div className={classes['apart']}>
      <Section title={t`Without a budget`}>
        <ul className={classes['list']}>
          {unbudgeted.map(({ category, name, amount }) => (
            <li key={category ?? 'none'} className={classes['plain']}>
              <span className={classes['name']}>{name || t`Uncategorised`}</span>
              <Figure
                target={{ kind: 'summary', metric: 'net', period: month, category }}
                hint={{ formula: t`All that was booked in this category`, period: monthName(month) }}
              >
                <Money amount={amount} currency={currency} />
              </Figure>
              {category === null ? (
                <span />
              ) : (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={t`Plan it: ${name}`}
                  onClick={() => onPlan({ category, amount: signOf(amount) < 0 ? negate(amount) : amount })}
                >
                  <Trans>Plan it</Trans>
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
