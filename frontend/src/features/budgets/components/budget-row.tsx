import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowsExchange, IconCheck, IconDots, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Budget, BudgetMonth, BudgetRollover } from '@/api/types'
import { Figure } from '@/components/ui/figure'
import { Money } from '@/components/ui/money'
import { useCategoryColour } from '@/lib/category-colours'
import { signOf } from '@/lib/money'
import { addMonths, monthName } from '@/lib/period'
import { barOf, paceOf, ROLLOVERS } from '../lib/budget-words'
import { AmountCell } from './amount-cell'
import classes from './budgets.module.css'

interface BudgetRowProps {
  budget: Budget
  month: BudgetMonth
  onPlan: (amount: string | null) => void
  onRoll: (rollover: BudgetRollover) => void
  onMove: () => void
  onRemove: () => void
}

export function BudgetRow({ budget, month, onPlan, onRoll, onMove, onRemove }: BudgetRowProps) {
  const { name, left, planned, category, group, is_income: isIncome } = budget
  const state = paceOf(budget)
  return (
    <li className={classes['row']} data-state={state}>
      <div className={classes['name']}>
        {name}
        {category === null && group ? <span className={classes['quiet']}> <Trans>all else in the group</Trans></span> : null}
      </div>
      <AmountCell label={t`Planned for ${name} in ${month.currency}`} currency={month.currency} amount={planned} onSave={onPlan} />
      <div className={classes['left']}>
        <Money amount={left} currency={month.currency} sign={isIncome ? 'never' : 'auto'} />
        <span className={classes['unit']}>{leftWord(budget)}</span>
      </div>
      <RowMenu budget={budget} onRoll={onRoll} onMove={onMove} onRemove={onRemove} />
      <Bar budget={budget} />
      <Says budget={budget} month={month} />
    </li>
  )
}

function leftWord({ is_income: isIncome, left, planned }: Budget): string {
  if (isIncome) return signOf(left) > 0 ? t`still to come` : t`more than planned`
  if (planned === null) return t`carried`
  return signOf(left) < 0 ? t`too much` : t({ message: 'left', context: 'of a budget' })
}

function Bar({ budget }: { budget: Budget }) {
  const colourOf = useCategoryColour()
  const { used, over, pace } = barOf(budget)
  return (
    <span className={classes['track']} aria-hidden>
      <span className={classes['used']} style={{ inlineSize: `${used}%`, background: colourOf(budget.category ?? budget.categories[0] ?? null) }} />
      <span className={classes['over']} style={{ inlineSize: `${over}%` }} />
      {pace === null ? null : <span className={classes['pace']} style={{ insetInlineStart: `${pace}%` }} />}
    </span>
  )
}

function Says({ budget, month }: { budget: Budget; month: BudgetMonth }) {
  const { currency, month: key, days_left: daysLeft, paced_months: paced } = month
  const { id, actual, carried, moved, usual_by_now: usual, due, free, is_income: isIncome, planned } = budget
  const hint = { formula: isIncome ? t`All that came in in its categories` : t`All that was spent in its categories, refunds counted back`, period: monthName(key) }
  return (
    <p className={classes['says']}>
      <Moved isIncome={isIncome} isPlanned={planned !== null}>
        <Figure target={{ kind: 'budget', budget: id, month: key }} hint={hint}>
          <Money amount={actual} currency={currency} />
        </Figure>
      </Moved>{' '}
      {usual === null ? null : (
        <>
          {daysLeft === null ? (
            <Trans>In a usual month it is <Money amount={usual} currency={currency} /><span className={classes['quiet']}>, by your last {paced} months</span>.</Trans>
          ) : (
            <Trans>By this day it usually is <Money amount={usual} currency={currency} /><span className={classes['quiet']}>, by your last {paced} months</span>.</Trans>
          )}{' '}
        </>
      )}
      {signOf(carried) === 0 ? null : (
        <>
          <Trans><Money amount={carried} currency={currency} sign="always" /> carried over from {monthName(addMonths(key, -1))}.</Trans>{' '}
        </>
      )}
      {signOf(moved) === 0 ? null : (
        <>
          <Trans><Money amount={moved} currency={currency} sign="always" /> moved.</Trans>{' '}
        </>
      )}
      {due !== null && signOf(due) > 0 ? (
        <>
          <Trans><Money amount={due} currency={currency} /> is still due.</Trans>{' '}
        </>
      ) : null}
      {free !== null && signOf(free) > 0 ? (
        <>
          <Trans><Money amount={free} currency={currency} /> a day is free.</Trans>
        </>
      ) : null}
    </p>
  )
}

/** What moved in a budget, said of its amount. */
function Moved({ isIncome, isPlanned, children: amount }: { isIncome: boolean; isPlanned: boolean; children: ReactNode }) {
  if (isIncome) return isPlanned ? <Trans>{amount} came in.</Trans> : <Trans>{amount} came in, nothing planned.</Trans>
  return isPlanned ? <Trans>{amount} spent.</Trans> : <Trans>{amount} spent, nothing planned.</Trans>
}

interface RowMenuProps {
  budget: Budget
  onRoll: (rollover: BudgetRollover) => void
  onMove: () => void
  onRemove: () => void
}

function isRollover(name: string): name is BudgetRollover {
  return name in ROLLOVERS
}

function RowMenu({ budget, onRoll, onMove, onRemove }: RowMenuProps) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon className={classes['more'] ?? ''} variant="subtle" color="gray" aria-label={t`More about ${budget.name}`}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {budget.is_income ? null : (
          <>
            <Menu.Item leftSection={<IconArrowsExchange size={16} />} onClick={onMove}>
              <Trans>Move money here</Trans>
            </Menu.Item>
            <Menu.Divider />
            {Object.keys(ROLLOVERS)
              .filter(isRollover)
              .map((rollover) => (
                <Menu.Item
                  key={rollover}
                  role="menuitemradio"
                  aria-checked={budget.rollover === rollover}
                  leftSection={<IconCheck size={16} style={{ visibility: budget.rollover === rollover ? 'visible' : 'hidden' }} />}
                  onClick={() => onRoll(rollover)}
                >
                  {ROLLOVERS[rollover]}
                </Menu.Item>
              ))}
            <Menu.Divider />
          </>
        )}
        <Menu.Item leftSection={<IconTrash size={16} />} onClick={onRemove}>
          <Trans>Remove</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
