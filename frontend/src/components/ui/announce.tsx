import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'

interface Saying {
  title?: string
  message: string
  isBad?: boolean
}

export function say({ title, message, isBad = false }: Saying): void {
  notifications.show({
    title,
    message,
    color: isBad ? 'clay' : 'sea',
    closeButtonProps: { 'aria-label': t`Dismiss` },
  })
}

/** Says what was done and takes it back on one click. */
export function offerUndo(message: string, onUndo: () => void): void {
  const id = notifications.show({
    color: 'sea',
    closeButtonProps: { 'aria-label': t`Dismiss` },
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <span>{message}</span>
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            notifications.hide(id)
            onUndo()
          }}
        >
          <Trans>Undo</Trans>
        </Button>
      </Group>
    ),
  })
}
