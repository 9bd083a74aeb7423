import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, CopyButton, Group, Text } from '@mantine/core'
import classes from './access.module.css'

/** The recovery codes, once. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  return (
    <div className={classes['made']} role="status">
      <Text size="sm" fw={560}>
        <Trans>Your recovery codes. Print them or write them down now: they are not shown again.</Trans>
      </Text>
      <Text size="sm" c="dimmed">
        <Trans>Each opens once, in place of the app, on the day that your phone is lost.</Trans>
      </Text>
      <ul className={classes['codes']} aria-label={t`Recovery codes`}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group gap="xs">
        <CopyButton value={codes.join('\n')}>
          {({ copied, copy }) => (
            <Button size="xs" onClick={copy}>
              {copied ? t`Copied` : t`Copy all`}
            </Button>
          )}
        </CopyButton>
        <Button size="xs" variant="default" onClick={onDone}>
          <Trans>I have them</Trans>
        </Button>
      </Group>
    </div>
  )
}
