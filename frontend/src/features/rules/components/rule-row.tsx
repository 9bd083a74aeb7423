import { ActionIcon, Menu, Switch } from '@mantine/core'
import { IconAlertTriangle, IconArrowDown, IconArrowUp, IconDots } from '@tabler/icons-react'
import type { Rule } from '@/api/types'
import { since } from '@/lib/since'
import { count } from '@/lib/words'
import type { RuleActions } from '../api/use-rule-actions'
import { actionsWords, conditionWords, type Names } from '../lib/rule-words'
import classes from './rules.module.css'

interface RuleRowProps {
  rule: Rule
  number: number
  isLast: boolean
  names: Names
  troubles: readonly string[]
  actions: RuleActions
  onEdit: () => void
  onApply: () => void
}

export function RuleRow({ rule, number, isLast, names, troubles, actions, onEdit, onApply }: RuleRowProps) {
  const condition = conditionWords(rule.condition, names)
  const title = rule.name || condition
  return (
    <li className={classes['rule']} data-off={!rule.is_enabled || undefined}>
      <span className={classes['number']}>{number}</span>
      <div className={classes['what']}>
        <button type="button" className={classes['open']} aria-label={`Edit the rule ${title}`} onClick={onEdit}>
          {title}
        </button>
        <div className={classes['words']}>
          {rule.name && rule.name !== condition ? `${condition}: ` : ''}
          {actionsWords(rule.actions, names)}
          {rule.stop ? ', then ask no other rule' : ''}
        </div>
        <div className={classes['quiet']}>
          {rule.matched_count > 0 ? `Matched ${count(rule.matched_count, 'row')}` : 'Matched nothing yet'}
          {rule.last_matched_at ? ` · last ${since(rule.last_matched_at)}` : ''}
        </div>
        {troubles.map((text) => (
          <div key={text} className={classes['trouble']}>
            <IconAlertTriangle size={14} aria-hidden />
            {text}
          </div>
        ))}
      </div>
      <div className={classes['tools']}>
        <ActionIcon variant="subtle" color="gray" aria-label={`Move ${title} up`} disabled={number === 1} onClick={() => actions.move(rule, -1)}>
          <IconArrowUp size={16} />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={`Move ${title} down`} disabled={isLast} onClick={() => actions.move(rule, 1)}>
          <IconArrowDown size={16} />
        </ActionIcon>
        <Switch
          aria-label={`The rule ${title} is on`}
          checked={rule.is_enabled}
          onChange={(event) => actions.switchTo(rule, event.target.checked)}
        />
        <Menu shadow="md" position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={`More for ${title}`}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onEdit}>Edit</Menu.Item>
            <Menu.Item onClick={onApply}>Apply to your history</Menu.Item>
            <Menu.Item onClick={() => actions.remove(rule)}>Delete</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    </li>
  )
}
