import { Button, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { DemoHousehold } from '@/api/types'
import { Section } from '@/components/ui/section'
import { count } from '@/lib/words'
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
          <Text>{count(rows, 'transaction')} in your ledger.</Text>
          <Button onClick={onDone}>Continue</Button>
        </div>
      ) : null}
      <Section title="Your own bank statement">
        <Text c="dimmed" mb="md" maw={560}>
          Download a file from your bank and drop it here. You see what was understood before anything is kept, and you can
          undo it.
        </Text>
        {importer}
      </Section>
      <Section title="Or the demo household">
        <Text c="dimmed" mb="md" maw={560}>
          Two years of a made-up household in your own ledger: a salary, rent, subscriptions, a card. It is marked as long as
          it is there, and one button takes all of it away again.
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
            Try the demo household
          </Button>
        )}
        {!demo.is_empty && !demo.is_there && demo.job === null ? (
          <Text size="sm" c="dimmed" mt="xs">
            It only comes into an empty ledger, and yours has accounts of your own.
          </Text>
        ) : null}
      </Section>
    </div>
  )
}
