import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, CopyButton, Group, Text } from '@mantine/core'
import type { InvitationMade } from '@/api/types'
import classes from './households.module.css'

/** The link itself, once: where no mail arrives it is handed over by other ways. */
export function MadeInvitation({ made, onDone }: { made: InvitationMade; onDone: () => void }) {
  const { email } = made
  return (
    <div className={classes['card']} role="status">
      <Text size="sm" fw={560}>
        <Trans>An invitation for {email} was made, and is mailed where this server sends mail. You can hand over its link yourself; it is not shown again.</Trans>
      </Text>
      <code className={classes['code']}>{made.link}</code>
      <Group gap="xs">
        <CopyButton value={made.link}>
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
