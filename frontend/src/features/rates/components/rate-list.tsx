import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Button, Select, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { messageOf } from '@/api/errors'
import { accountsQuery } from '@/api/queries'
import type { Rate } from '@/api/types'
import { offerUndo, say } from '@/components/ui/announce'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { formatFact } from '@/lib/fact-value'
import { dayName } from '@/lib/period'
import { deleteRate, ratesChanged, ratesQuery, setRate } from '../api/rates'
import classes from './rates.module.css'

const SOURCES: Record<Rate['source'], string> = { manual: t`by hand`, file: t`from a file`, ecb: t`ECB` }

export function RateList() {
  const [base, setBase] = useState<string | null>(null)
  const { data: accounts = [] } = useQuery(accountsQuery)
  const list = useInfiniteQuery(ratesQuery(base))
  const rates = list.data?.pages.flatMap(({ results }) => results) ?? []
  const codes = [...new Set([...accounts.map(({ currency }) => currency), ...rates.map((one) => one.base), ...(base ? [base] : [])])].sort()
  return (
    <Section
      title={t`Known rates`}
      aside={
        <Select
          size="xs"
          w={130}
          aria-label={t`Rates of`}
          placeholder={t`All currencies`}
          clearable
          clearButtonProps={{ 'aria-label': t`All currencies` }}
          data={codes}
          value={base}
          onChange={setBase}
        />
      }
    >
      {list.isPending ? <RowSkeletons rows={6} /> : null}
      {list.isError ? (
        <ErrorNote what={t`The rates could not be loaded`} error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {list.data && rates.length === 0 ? (
        <Text c="dimmed" size="sm">
          {base ? t`No rate of ${base} is known.` : t`No rate is known yet. You need some only if you have accounts in several currencies.`}
        </Text>
      ) : null}
      {rates.length > 0 ? <RateTable rates={rates} /> : null}
      {list.hasNextPage ? (
        <Button mt="md" variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          <Trans>Show earlier ones</Trans>
        </Button>
      ) : null}
    </Section>
  )
}

function RateTable({ rates }: { rates: readonly Rate[] }) {
  const client = useQueryClient()
  const removal = useMutation({
    mutationFn: (rate: Rate) => deleteRate(rate.id),
    onSuccess: (_gone, { base, quote, rate_date, rate }) => {
      ratesChanged(client)
      offerUndo(t`The rate of ${base} on ${dayName(rate_date, 'medium')} was removed.`, () => {
        setRate({ base, quote, rate_date, rate }).then(
          () => ratesChanged(client),
          (error: unknown) => say({ title: t`Not put back`, message: messageOf(error), isBad: true }),
        )
      })
    },
    onError: (error) => say({ title: t`The rate was not removed`, message: messageOf(error), isBad: true }),
  })
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col"><Trans>Day</Trans></th>
          <th scope="col"><Trans>Rate</Trans></th>
          <th scope="col"><Trans>Source</Trans></th>
          <th scope="col">
            <span className={classes['hidden']}><Trans>Remove</Trans></span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rates.map((one) => (
          <tr key={one.id}>
            <td>{dayName(one.rate_date, 'medium')}</td>
            <td className={classes['rate']}>
              1 {one.base} = {formatFact(one.rate, 'count')} {one.quote}
            </td>
            <td className={classes['source']}>{one.is_shared ? t`${SOURCES[one.source]}, for everybody here` : SOURCES[one.source]}</td>
            <td className={classes['end']}>
              {one.is_shared ? null : (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t`Remove the rate of ${one.base} on ${dayName(one.rate_date, 'medium')}`}
                  onClick={() => removal.mutate(one)}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
