import { Button, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { StatementImport } from '@/api/types'
import { messageOf } from '@/api/errors'
import { say } from '@/components/ui/announce'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { since } from '@/lib/since'
import { count } from '@/lib/words'
import { importChanged, importsQuery, rollbackImport } from '../api/imports'
import { formatName } from '../lib/understood'
import classes from './past-imports.module.css'

/** What was imported before, each still to be taken back. */
export function PastImports() {
  const imports = useQuery(importsQuery)
  const kept = imports.data?.filter(({ status }) => status === 'committed' || status === 'rolled_back') ?? []
  return (
    <Section title="Imported before">
      {imports.isPending ? <RowSkeletons rows={3} /> : null}
      {imports.isError ? (
        <ErrorNote what="Earlier imports could not be loaded" error={imports.error} onRetry={() => void imports.refetch()} />
      ) : null}
      {imports.data && kept.length === 0 ? <Text c="dimmed">Nothing yet.</Text> : null}
      <ul className={classes['list']}>
        {kept.map((run) => (
          <PastImport key={run.id} run={run} />
        ))}
      </ul>
    </Section>
  )
}

function PastImport({ run }: { run: StatementImport }) {
  const client = useQueryClient()
  const rollback = useMutation({
    mutationFn: () => rollbackImport(run.id),
    onSuccess: () => importChanged(client),
    onError: (error) => say({ title: 'The import was not taken back', message: messageOf(error), isBad: true }),
  })
  const accounts = run.accounts.map(({ name }) => name).join(', ')
  return (
    <li className={classes['row']}>
      <span className={classes['name']}>{run.file_name}</span>
      <Text span size="sm" c="dimmed" className={classes['facts'] ?? ''}>
        {formatName(run.format)} · {count(run.lines_new, 'new line')}
        {accounts ? ` · ${accounts}` : ''} · {since(run.created_at)}
      </Text>
      {run.status === 'committed' ? (
        <Button
          size="compact-sm"
          variant="default"
          loading={rollback.isPending}
          aria-label={`Undo the import of ${run.file_name}`}
          onClick={() => rollback.mutate()}
        >
          Undo
        </Button>
      ) : (
        <Text span size="sm" c="dimmed">
          taken back
        </Text>
      )}
    </li>
  )
}
