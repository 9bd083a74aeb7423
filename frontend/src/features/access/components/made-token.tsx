import { Button, CopyButton, Group, Text } from '@mantine/core'
import classes from './access.module.css'

/** The key itself, once. */
export function MadeToken({ name, token, onDone }: { name: string; token: string; onDone: () => void }) {
  return (
    <div className={classes['made']} role="status">
      <Text size="sm" fw={560}>
        The key for {name}. Copy it now: it is not shown again.
      </Text>
      <code className={classes['token']}>{token}</code>
      <Group gap="xs">
        <CopyButton value={token}>
          {({ copied, copy }) => (
            <Button size="xs" onClick={copy}>
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
        <Button size="xs" variant="default" onClick={onDone}>
          I have it
        </Button>
      </Group>
    </div>
  )
}
