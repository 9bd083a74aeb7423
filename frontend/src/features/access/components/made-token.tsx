import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, CopyButton, Group, Text } from '@mantine/core'
import classes from './access.module.css'

/** The key itself, once. */
export function MadeToken({ name, token, onDone }: { name: string; token: string; onDone: () => void }) {
  return (
    <div className={classes['made']} role="status">
      <Text size="sm" fw={560}>
        <Trans>The key for {name}. Copy it now: it is not shown again.</Trans>
      </Text>
      <code className={classes['token']}>{token}</code>
      <Group gap="xs">
        <CopyButton value={token}>
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
