import { t } from '@lingui/core/macro'
import { Drawer, Menu, Text, UnstyledButton } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import type { ImportColumn } from '@/api/types'
import { columnReason } from '../lib/reader-words'
import { columnName, roleName, ROLES, SURE, type Role } from '../lib/roles'
import classes from './role-picker.module.css'

interface RolePickerProps {
  column: ImportColumn
  /** A person said it, so it is no guess. */
  isSaid: boolean
  onPick: (role: string) => void
  /** Opens from below, for the thumb. */
  isSheet?: boolean
}

type Certainty = 'unused' | 'said' | 'sure' | 'guess'

const CERTAINTY: Record<Certainty, string> = {
  unused: t`not used`,
  said: t`you said so`,
  sure: t`sure`,
  guess: t`a guess`,
}

function certaintyOf({ role, confidence }: ImportColumn, isSaid: boolean): Certainty {
  if (role === '') return 'unused'
  if (isSaid) return 'said'
  return confidence >= SURE ? 'sure' : 'guess'
}

/** What a column was taken for: solid when sure, hollow when guessed. Press it to say what it is. */
export function RolePicker({ column, isSaid, onPick, isSheet = false }: RolePickerProps) {
  const [isOpen, setOpen] = useState(false)
  const certainty = certaintyOf(column, isSaid)
  const head = (
    <UnstyledButton
      className={classes['head']}
      data-certainty={certainty}
      aria-haspopup={isSheet ? 'dialog' : 'menu'}
      aria-label={t`${columnName(column)}: ${roleName(column.role)}, ${CERTAINTY[certainty]}. Change`}
      {...(isSheet ? { onClick: () => setOpen(true) } : {})}
    >
      <span className={classes['dot']} aria-hidden />
      <span className={classes['role']}>{roleName(column.role)}</span>
      <IconChevronDown size={14} aria-hidden className={classes['chevron']} />
    </UnstyledButton>
  )
  const pick = (role: string): void => {
    setOpen(false)
    onPick(role)
  }
  if (isSheet)
    return (
      <>
        {head}
        <RoleSheet column={column} certainty={certainty} isOpen={isOpen} onPick={pick} onClose={() => setOpen(false)} />
      </>
    )
  return (
    <Menu opened={isOpen} onChange={setOpen} position="bottom-start" shadow="md" width={290} trapFocus returnFocus withInitialFocusPlaceholder={false}>
      <Menu.Target>{head}</Menu.Target>
      <Menu.Dropdown className={classes['menu'] ?? ''}>
        <About column={column} certainty={certainty} />
          {ROLES.map((role) => (
            <Menu.Item
              key={role.value}
              className={classes['item'] ?? ''}
              aria-current={role.value === column.role || undefined}
              data-autofocus={role.value === column.role || undefined}
              rightSection={role.value === column.role ? <IconCheck size={16} aria-hidden /> : null}
              onClick={() => pick(role.value)}
            >
              <RoleWords role={role} />
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function RoleWords({ role }: { role: Role }) {
  return (
    <span className={classes['words']}>
      {role.label}
      <span className={classes['hint']}>{role.hint}</span>
    </span>
  )
}

/** Why the column was taken for what it was, in the words of the reader. */
function About({ column, certainty }: { column: ImportColumn; certainty: Certainty }) {
  return (
    <div className={classes['about']}>
      <Text size="sm" fw={560}>
        {columnName(column)}
      </Text>
      <Text size="xs" c="dimmed">
        {[certainty === 'unused' ? '' : CERTAINTY[certainty], columnReason(column.reason)].filter(Boolean).join(': ') || t`Not used so far`}
      </Text>
    </div>
  )
}

interface RoleSheetProps {
  column: ImportColumn
  certainty: Certainty
  isOpen: boolean
  onPick: (role: string) => void
  onClose: () => void
}

function RoleSheet({ column, certainty, isOpen, onPick, onClose }: RoleSheetProps) {
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="bottom"
      size="78%"
      title={t`What is “${columnName(column)}”?`}
      closeButtonProps={{ 'aria-label': t`Close` }}
      radius="lg"
    >
      <Text size="sm" c="dimmed" mb="xs">
        {column.samples.join(' · ') || t`All its cells are empty`}
      </Text>
      <Text size="xs" c="dimmed" mb="sm">
        {[certainty === 'unused' ? '' : CERTAINTY[certainty], columnReason(column.reason)].filter(Boolean).join(': ')}
      </Text>
      <div className={classes['sheet']}>
        {ROLES.map((role) => (
          <UnstyledButton
            key={role.value}
            className={classes['choice']}
            aria-pressed={role.value === column.role}
            onClick={() => onPick(role.value)}
          >
            <RoleWords role={role} />
            {role.value === column.role ? <IconCheck size={18} aria-hidden /> : null}
          </UnstyledButton>
        ))}
      </div>
    </Drawer>
  )
}
