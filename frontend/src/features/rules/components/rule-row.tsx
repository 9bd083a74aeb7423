import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Menu, Switch } from '@mantine/core'
import { IconAlertTriangle, IconArrowDown, IconArrowUp, IconDots } from '@tabler/icons-react'
import type { Rule } from '@/api/types'
import { since } from '@/lib/since'
import type { RuleActions } from '../api/use-rule-actions'
import { actionsWords, conditionWords, type Names } from '../lib/rule-words'
import classes from './rules.module.css'

interface RuleRowProps {
  rule: Rule
  number: number
  isLast: boolean
  names: Names
  /** How many rows it finds now; undefined while that is not known, or the rule is off. */
  found: number | undefined
  troubles: readonly string[]
  actions: RuleActions
  onEdit: () => void
  onApply: () => void
}

export function RuleRow({ rule, number, isLast, names, found, troubles, actions, onEdit, onApply }: RuleRowProps) {
  const condition = conditionWords(rule.condition, names)
  const title = rule.name || condition
  return (
    <li className={classes['rule']} data-off={!rule.is_enabled || undefined}>
      <span className={classes['number']}>{number}</span>
      <div className={classes['what']}>
        <button type="button" className={classes['open']} aria-label={t`Edit the rule ${title}`} onClick={onEdit}>
          {title}
        </button>
        <div className={classes['words']}>
          {rule.name && rule.name !== condition ? `${condition}: ` : ''}
          {actionsWords(rule.actions, names)}
          {rule.stop ? t`, then ask no other rule` : ''}
        </div>
        <div className={classes['quiet']}>
          {found === undefined ? '' : `${plural(found, { one: 'Finds # row now.', other: 'Finds # rows now.' })} `}
          {historyWords(rule)}
        </div>
        {troubles.map((text) => (
          <div key={text} className={classes['trouble']}>
            <IconAlertTriangle size={14} aria-hidden />
            {text}
          </div>
        ))}
      </div>
      <div className={classes['tools']}>
        <MoveButton title={title} step={-1} isAtEnd={number === 1} onMove={() => actions.move(rule, -1)} />
        <MoveButton title={title} step={1} isAtEnd={isLast} onMove={() => actions.move(rule, 1)} />
        <Switch
          aria-label={t`The rule ${title} is on`}
          checked={rule.is_enabled}
          onChange={(event) => actions.switchTo(rule, event.target.checked)}
        />
        <Menu shadow="md" position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={t`More for ${title}`}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onEdit}><Trans>Edit</Trans></Menu.Item>
            <Menu.Item onClick={onApply}><Trans>Apply to your history</Trans></Menu.Item>
            <Menu.Item onClick={() => actions.remove(rule)}><Trans>Delete</Trans></Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    </li>
  )
}

function historyWords({ matched_count: matched, last_matched_at: last }: Rule): string {
  if (matched === 0) return t`It has done nothing yet.`
  if (!last) return plural(matched, { one: 'It matched # row so far.', other: 'It matched # rows so far.' })
  const when = since(last)
  return plural(matched, { one: `It matched # row so far, last ${when}.`, other: `It matched # rows so far, last ${when}.` })
}

/** Stays reachable at the ends of the list, so that the keyboard does not lose its place there. */
function MoveButton({ title, step, isAtEnd, onMove }: { title: string; step: -1 | 1; isAtEnd: boolean; onMove: () => void }) {
  const Icon = step === -1 ? IconArrowUp : IconArrowDown
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={step === -1 ? t`Move ${title} up` : t`Move ${title} down`}
      aria-disabled={isAtEnd}
      data-disabled={isAtEnd}
      onClick={isAtEnd ? undefined : onMove}
    >
      <Icon size={16} />
    </ActionIcon>
  )
}
