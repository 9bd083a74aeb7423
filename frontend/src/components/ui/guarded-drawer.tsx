import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Drawer, Group, Modal, Text, type DrawerProps } from '@mantine/core'
import { useMemo, useState } from 'react'
import { GuardContext, useNestedDialog } from './unsaved'

/** A drawer that asks before Escape, a press beside it or its cross throw away what was typed and not saved. */
export function GuardedDrawer({ onClose, children, ...rest }: DrawerProps) {
  // Sets that change without a new drawing: they are asked only when something wants to close the drawer.
  const [unsaved] = useState(() => new Set<string>())
  const [nested] = useState(() => new Set<string>())
  const [isAsking, setAsking] = useState(false)
  const guard = useMemo(() => ({ unsaved: keeper(unsaved), nested: keeper(nested) }), [unsaved, nested])
  return (
    <GuardContext value={guard}>
      <Drawer
        {...rest}
        closeButtonProps={{ 'aria-label': t`Close` }}
        onClose={() => {
          if (nested.size > 0) return
          if (unsaved.size > 0) setAsking(true)
          else onClose()
        }}
      >
        {children}
      </Drawer>
      <Question
        isOpen={isAsking}
        onKeep={() => setAsking(false)}
        onLeave={() => {
          setAsking(false)
          onClose()
        }}
      />
    </GuardContext>
  )
}

function keeper(set: Set<string>): (who: string, holds: boolean) => void {
  return (who, holds) => {
    if (holds) set.add(who)
    else set.delete(who)
  }
}

function Question({ isOpen, onKeep, onLeave }: { isOpen: boolean; onKeep: () => void; onLeave: () => void }) {
  useNestedDialog(isOpen)
  return (
    <Modal opened={isOpen} onClose={onKeep} title={t`Leave without saving?`} size="sm" centered closeButtonProps={{ 'aria-label': t`Close` }}>
      <Text size="sm" mb="lg">
        <Trans>What you typed here is not saved yet.</Trans>
      </Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onLeave}>
          <Trans>Throw it away</Trans>
        </Button>
        <Button data-autofocus onClick={onKeep}>
          <Trans>Keep editing</Trans>
        </Button>
      </Group>
    </Modal>
  )
}
