import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { StatementImport } from '@/api/types'
import { ErrorNote } from '@/components/ui/notes'
import { commitImport, importChanged, importQuery } from '../api/imports'
import type { Reading } from '../api/use-reading'
import { AccountChoice } from './account-choice'
import classes from './commit-bar.module.css'

interface CommitBarProps {
  run: StatementImport
  reading: Reading
}

/** Where the lines go, and the word to book them. */
export function CommitBar({ run, reading }: CommitBarProps) {
  const client = useQueryClient()
  const commit = useMutation({
    mutationFn: () => commitImport(run.id, reading.instructions),
    onSuccess: (booked) => {
      client.setQueryData(importQuery(run.id).queryKey, booked)
      importChanged(client)
    },
  })
  const isNothingNew = run.lines_new === 0
  return (
    <div>
      <div className={classes['bar']}>
        {run.accounts.length <= 1 ? (
          <AccountChoice
            run={run}
            value={reading.instructions.account}
            onChange={(account, name) => reading.change({ account }, account === null ? t`Into: as the file says.` : t`Into: ${name}.`)}
          />
        ) : (
          <Text size="sm" c="dimmed">
            <Trans>Into {plural(run.accounts.length, { one: '# account', other: '# accounts' })}, as the file says.</Trans>
          </Text>
        )}
        <div className={classes['go']}>
          {run.questions.length > 0 && !isNothingNew ? (
            <Text size="sm" c="dimmed">
              <Trans>Open questions stay as shown above.</Trans>
            </Text>
          ) : null}
          <Button size="md" disabled={isNothingNew || reading.isReading} loading={commit.isPending} onClick={() => commit.mutate()}>
            {isNothingNew ? t`Nothing new to import` : t`Import ${plural(run.lines_new, { one: '# transaction', other: '# transactions' })}`}
          </Button>
        </div>
      </div>
      {commit.error ? <ErrorNote what={t`Nothing was imported`} error={commit.error} /> : null}
    </div>
  )
}
