import { Button, CopyButton, Group, Text } from '@mantine/core'
import classes from './access.module.css'

/** The recovery codes, once. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  return (
    <div className={classes['made']} role="status">
      <Text size="sm" fw={560}>
        Your recovery codes. Print them or write them down now: they are not shown again.
      </Text>
      <Text size="sm" c="dimmed">
        Each opens once, in place of the app, on the day that your phone is lost.
      </Text>
      <ul className={classes['codes']} aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group gap="xs">
        <CopyButton value={codes.join('\n')}>
          {({ copied, copy }) => (
            <Button size="xs" onClick={copy}>
              {copied ? 'Copied' : 'Copy all'}
            </Button>
          )}
        </CopyButton>
        <Button size="xs" variant="default" onClick={onDone}>
          I have them
        </Button>
      </Group>
    </div>
  )
}
