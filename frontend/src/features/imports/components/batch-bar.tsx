import { plural, t } from '@lingui/core/macro'
import { Button, Text } from '@mantine/core'
import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query'
import type { StatementImport } from '@/api/types'
import { messageOf } from '@/api/errors'
import { say } from '@/components/ui/announce'
import { listed } from '@/lib/words'
import { commitAsPreviewed, importChanged, importQuery, isUnderWay } from '../api/imports'
import classes from './batch-bar.module.css'

interface BatchBarProps {
  ids: readonly number[]
  /** Files that the server does not have yet. */
  sending: number
}

/** Over several files: how they stand, and one button for all that ask nothing. */
export function BatchBar({ ids, sending }: BatchBarProps) {
  const client = useQueryClient()
  const runs = useQueries({ queries: ids.map((id) => ({ ...importQuery(id), staleTime: 5_000 })) }).flatMap(({ data }) => data ?? [])
  const ready = runs.filter((run) => run.status === 'previewed' && run.questions.length === 0 && run.lines_new > 0)
  const commit = useMutation({
    mutationFn: async () => {
      // One after the other: a later file is held against what the earlier ones booked.
      for (const run of ready) {
        const booked = await commitAsPreviewed(run.id)
        client.setQueryData(importQuery(run.id).queryKey, booked)
      }
    },
    onSettled: () => importChanged(client),
    onError: (error) => say({ title: t`Not all files were imported`, message: messageOf(error), isBad: true }),
  })
  if (ids.length + sending < 2) return null
  return (
    <div className={classes['bar']}>
      <Text role="status">{standing(runs, ready.length, sending)}</Text>
      {ready.length > 1 ? (
        <Button loading={commit.isPending} onClick={() => commit.mutate()}>
          {ready.length === runs.length + sending ? t`Import all ${ready.length} files` : t`Import the ${ready.length} that ask nothing`}
        </Button>
      ) : null}
    </div>
  )
}

function standing(runs: readonly StatementImport[], ready: number, sending: number): string {
  const asking = runs.filter(({ status, questions }) => status === 'previewed' && questions.length > 0).length
  const booked = runs.filter(({ status }) => status === 'committed').length
  const refused = runs.filter(({ status }) => status === 'failed').length
  const nothing = runs.filter((run) => run.status === 'previewed' && run.questions.length === 0 && run.lines_new === 0).length
  const running = runs.filter(isUnderWay).length + sending
  const parts = [
    ready > 0 ? t`${ready} ready` : '',
    asking > 0 ? t`${asking} with a question` : '',
    running > 0 ? t`${running} being read` : '',
    nothing > 0 ? t`${nothing} with nothing new` : '',
    booked > 0 ? t`${booked} imported` : '',
    refused > 0 ? t`${refused} refused` : '',
  ].filter(Boolean)
  return `${plural(runs.length + sending, { one: '# file', other: '# files' })}: ${listed(parts) || t`looking`}.`
}
