import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, CopyButton, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './shown-once.module.css'

interface ShownOnceProps {
  /** What it is, and that it is not shown again. */
  children: ReactNode
  secret: string
  onDone: () => void
}

/** Something that the server tells one time only: to be copied now. */
export function ShownOnce({ children, secret, onDone }: ShownOnceProps) {
  return (
    <div className={classes['card']} role="status">
      <Text size="sm" fw={560}>
        {children}
      </Text>
      <code className={classes['secret']}>{secret}</code>
      <Group gap="xs">
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button size="xs" onClick={copy}>
              {copied ? t`Copied` : t`Copy`}
            </Button>
          )}
        </CopyButton>
        <Button size="xs" variant="default" onClick={onDone}>
          <Trans>I have it</Trans>
        </Button>
      </Group>
    </div>
  )
}
