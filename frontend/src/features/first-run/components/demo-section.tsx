import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { demoQuery } from '../api/first-run'
import { useFillDemo } from '../api/use-demo'
import { RemoveDemo } from './remove-demo'

/** Among the person's data: is any of it made up, and away with it. */
export function DemoSection() {
  const demo = useQuery(demoQuery)
  const fill = useFillDemo()
  return (
    <Section title={t`Demo household`}>
      {demo.isPending ? <RowSkeletons rows={2} /> : null}
      {demo.isError ? (
        <ErrorNote what={t`This could not be loaded`} error={demo.error} onRetry={() => void demo.refetch()} />
      ) : null}
      {demo.data?.is_there ? (
        <>
          <Text size="sm" c="dimmed" mb="sm" maw={560}>
            {plural(demo.data.rows, { one: '# transaction is made up.', other: '# transactions are made up.' })}{' '}
            <Trans>
              Removing them takes along what was found in them and the reports that tell of them. Your own transactions, budgets,
              goals and rules stay.
            </Trans>
          </Text>
          <RemoveDemo />
        </>
      ) : null}
      {demo.data && !demo.data.is_there ? (
        <>
          <Text size="sm" c="dimmed" mb="sm" maw={560}>
            {demo.data.is_empty
              ? t`A made-up household to look around in. It can be removed again with one button.`
              : t`Nothing in your ledger is made up. The demo household only comes into an empty one.`}
          </Text>
          {demo.data.is_empty ? (
            <Button variant="default" loading={fill.isPending || demo.data.job !== null} onClick={() => fill.mutate()}>
              <Trans>Try the demo household</Trans>
            </Button>
          ) : null}
        </>
      ) : null}
    </Section>
  )
}
