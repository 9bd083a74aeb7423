import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, FileButton, Progress, Text } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { accountsQuery } from '@/api/queries'
import { Hash } from '@/components/ui/hash'
import { ErrorNote, Note } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { restoreArchive } from '../api/restore'
import type { Restored } from '../lib/results'
import classes from './data.module.css'

/** An archive put back into an account that has nothing yet: all of it, or nothing. */
export function Restore() {
  const client = useQueryClient()
  const { data: accounts } = useQuery(accountsQuery)
  const [progress, setProgress] = useState(0)
  const restore = useMutation({
    mutationFn: (file: File) => restoreArchive(file, setProgress),
    onMutate: () => setProgress(0),
    onSuccess: () => client.invalidateQueries(),
  })
  const isFull = (accounts?.length ?? 0) > 0 && !restore.isSuccess
  return (
    <Section title={t`Put an archive back`}>
      <Text size="sm" c="dimmed" mb="md" maw={620}>
        <Trans>The archive comes back whole, with the same hash of the ledger, or nothing of it does.</Trans>
      </Text>
      {isFull ? (
        <Note><Trans>You have data here already. An archive can only be put back into an empty account: create a new one for it.</Trans></Note>
      ) : (
        <div className={classes['pick']}>
          <FileButton accept=".zip,application/zip" onChange={(file) => file && restore.mutate(file)}>
            {(props) => (
              <Button {...props} variant="default" leftSection={<IconUpload size={16} />} loading={restore.isPending} disabled={restore.isSuccess}>
                <Trans>Choose the archive</Trans>
              </Button>
            )}
          </FileButton>
          {restore.isPending ? (
            <Text size="sm" c="dimmed" role="status">
              <Trans>Putting back {restore.variables.name}</Trans>
            </Text>
          ) : null}
        </div>
      )}
      {restore.isPending && progress > 0 ? <Progress mt="sm" value={progress} size={6} aria-label={t`Progress of putting it back`} /> : null}
      {restore.error ? <ErrorNote what={t`Nothing was put back`} error={restore.error} /> : null}
      {restore.data ? <Done done={restore.data} /> : null}
    </Section>
  )
}

/** What people have of all that an archive holds, by the names of its tables. */
const TOLD: readonly { table: string; words: (rows: number) => string }[] = [
  { table: 'transaction', words: (rows) => plural(rows, { one: '# transaction', other: '# transactions' }) },
  { table: 'ledgeraccount', words: (rows) => plural(rows, { one: '# account', other: '# accounts' }) },
  { table: 'category', words: (rows) => plural(rows, { one: '# category', other: '# categories' }) },
  { table: 'payee', words: (rows) => plural(rows, { one: '# payee', other: '# payees' }) },
  { table: 'rule', words: (rows) => plural(rows, { one: '# rule', other: '# rules' }) },
  { table: 'tag', words: (rows) => plural(rows, { one: '# tag', other: '# tags' }) },
]

function Done({ done }: { done: Restored }) {
  const rows = new Map(done.tables.map((each) => [each.table.toLowerCase(), each.rows]))
  const told = TOLD.filter(({ table }) => rows.get(table))
  return (
    <div role="status">
      <Text mt="md">{done.files > 0 ? <Trans>Everything is back, with {plural(done.files, { one: '# file', other: '# files' })}.</Trans> : <Trans>Everything is back.</Trans>}</Text>
      <div className={classes['hash']}>
        <Trans>The ledger has the hash that the archive states:</Trans> <Hash label={t`Hash of the ledger`} hash={done.ledgerHash} />
      </div>
      <Text size="sm" c="dimmed">
        {told.map(({ table, words }) => words(rows.get(table) ?? 0)).join(' · ')}
      </Text>
    </div>
  )
}
