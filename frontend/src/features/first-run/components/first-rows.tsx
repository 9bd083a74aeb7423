import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { DemoHousehold } from '@/api/types'
import { Section } from '@/components/ui/section'
import { useFillDemo } from '../api/use-demo'
import classes from './first-run.module.css'
import { RemoveDemo } from './remove-demo'

interface FirstRowsProps {
  demo: DemoHousehold
  importer: ReactNode
  onDone: () => void
}

/** A file of one's own, or a household that was made up to look around in. */
export function FirstRows({ demo, importer, onDone }: FirstRowsProps) {
  const fill = useFillDemo()
  const rows = demo.rows + demo.own_rows
  return (
    <div className={classes['ways']}>
      {rows > 0 ? (
        <div className={classes['ready']}>
          <Text>{plural(rows, { one: '# transaction in your ledger.', other: '# transactions in your ledger.' })}</Text>
          <Button onClick={onDone}>
            <Trans>Continue</Trans>
          </Button>
        </div>
      ) : null}
      <Section title={t`Your own bank statement`}>
        <Text c="dimmed" mb="md" maw={560}>
          <Trans>
            Download a file from your bank and drop it here. You see what was understood before anything is kept, and you can
            undo it.
          </Trans>
        </Text>
        {importer}
      </Section>
      <Section title={t`Or the demo household`}>
        <Text c="dimmed" mb="md" maw={560}>
          <Trans>
            Two years of a made-up household in your own ledger: a salary, rent, subscriptions, a card. It is marked as long as
            it is there, and one button takes all of it away again.
          </Trans>
        </Text>
        {demo.is_there && demo.job === null ? (
          <RemoveDemo />
        ) : (
          <Button
            variant={rows > 0 ? 'default' : 'light'}
            disabled={!demo.is_empty || demo.job !== null}
            loading={fill.isPending}
            onClick={() => fill.mutate(undefined, { onSuccess: onDone })}
          >
            <Trans>Try the demo household</Trans>
          </Button>
        )}
        {!demo.is_empty && !demo.is_there && demo.job === null ? (
          <Text size="sm" c="dimmed" mt="xs">
            <Trans>It only comes into an empty ledger, and yours has accounts of your own.</Trans>
          </Text>
        ) : null}
      </Section>
    </div>
  )
}
