import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Text, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { StatementImport } from '@/api/types'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { since } from '@/lib/since'
import { listed } from '@/lib/words'
import { importsQuery } from '../api/imports'
import { formatName, spanName } from '../lib/understood'
import { Certificate } from './certificate'
import classes from './past-imports.module.css'
import { ProblemList } from './problem-list'
import { UndoButton } from './undo-button'

/** What was imported before, each with its certificate and still to be taken back. */
export function PastImports() {
  const imports = useInfiniteQuery(importsQuery)
  const kept = imports.data?.pages
    .flatMap(({ results }) => results)
    .filter(({ status }) => status === 'committed' || status === 'rolled_back' || status === 'failed')
  return (
    <Section title={t`Imported before`}>
      {imports.isPending ? <RowSkeletons rows={3} /> : null}
      {imports.isError ? (
        <ErrorNote what={t`Earlier imports could not be loaded`} error={imports.error} onRetry={() => void imports.refetch()} />
      ) : null}
      {kept?.length === 0 ? (
        <Text c="dimmed" maw={560}>
          <Trans>Nothing yet. Most banks offer an export under “Statements” or “Transactions”; the longest period it allows is the best start.</Trans>
        </Text>
      ) : null}
      <ul className={classes['list']}>
        {kept?.map((run) => (
          <PastImport key={run.id} run={run} />
        ))}
      </ul>
      {imports.hasNextPage ? (
        <Button mt="sm" size="sm" variant="default" loading={imports.isFetchingNextPage} onClick={() => void imports.fetchNextPage()}>
          <Trans>Show older ones</Trans>
        </Button>
      ) : null}
    </Section>
  )
}

function PastImport({ run }: { run: StatementImport }) {
  const [isOpen, setOpen] = useState(false)
  const detail =
    run.status === 'failed' ? <ProblemList run={run} /> : run.certificate ? <Certificate run={run} certificate={run.certificate} /> : null
  return (
    <li>
      <div className={classes['row']}>
        <UnstyledButton
          className={classes['name']}
          aria-expanded={isOpen}
          disabled={detail === null}
          aria-label={`${run.file_name}: ${run.status === 'failed' ? t`why it was refused` : t`certificate`}`}
          onClick={() => setOpen((open) => !open)}
        >
          <IconChevronDown size={14} aria-hidden data-open={isOpen || undefined} data-none={detail === null || undefined} />
          <span>{run.file_name}</span>
        </UnstyledButton>
        <Text span size="sm" c="dimmed" className={classes['facts'] ?? ''}>
          {facts(run)}
        </Text>
        <span className={classes['state']}>
          {run.status === 'committed' ? (
            <UndoButton run={run} size="compact-sm" label={t`Undo the import of ${run.file_name}`} />
          ) : (
            <Text span size="sm" c="dimmed">
              {run.status === 'failed' ? t`refused` : t`taken back`}
            </Text>
          )}
        </span>
      </div>
      {isOpen && detail ? <div className={classes['detail']}>{detail}</div> : null}
    </li>
  )
}

function facts(run: StatementImport): string {
  if (run.status === 'failed') return t`Nothing was kept · ${since(run.created_at)}`
  return [
    plural(run.lines_new, { one: '# new line', other: '# new lines' }),
    run.lines_duplicate > 0 ? t`${run.lines_duplicate} there already` : '',
    listed(run.accounts.map(({ name }) => name)),
    spanName(run.first_date, run.last_date) || formatName(run.format),
    since(run.created_at),
  ]
    .filter(Boolean)
    .join(' · ')
}
