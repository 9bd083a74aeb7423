import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { householdsQuery } from '@/api/queries'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { CreateForm } from './create-form'
import { HouseholdCard } from './household-card'
import { JoinForm } from './join-form'

/** Money that is kept with others: which households there are, who is in them, and the ways in and out. */
export function Households() {
  const list = useQuery(householdsQuery)
  return (
    <Stack gap={40}>
      <JoinForm />
      <Section title={t`Households`}>
        <Text size="sm" c="dimmed" maw={640} mb="md">
          <Trans>A household has accounts, budgets and reports of its own, which all of its members see. What is in your own money stays yours: nothing of
          it is in a household&apos;s totals, search, reports or advice, and nothing of a household in yours.</Trans>
        </Text>
        {list.isPending ? <RowSkeletons rows={2} height={80} /> : null}
        {list.isError ? <ErrorNote what={t`Your households could not be loaded`} error={list.error} onRetry={() => void list.refetch()} /> : null}
        {(list.data ?? []).map((one) => (
          <HouseholdCard key={one.id} household={one} />
        ))}
        <CreateForm />
        <Text size="sm" c="dimmed" maw={640} mt="md">
          <Trans>To take along what you have kept alone, make an archive of it under Your data, open the household while it is empty, and bring the archive back
          there. Statements can be imported in a household as anywhere.</Trans>
        </Text>
      </Section>
    </Stack>
  )
}
