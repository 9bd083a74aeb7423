import { Button, CloseButton, Loader, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { StatementImport } from '@/api/types'
import { ErrorNote } from '@/components/ui/notes'
import { count } from '@/lib/words'
import { commitImport, importChanged, importQuery, isUnderWay, previewFile, rollbackImport } from '../api/imports'
import { formatName } from '../lib/understood'
import { AccountChoice } from './account-choice'
import { ImportCounts } from './import-counts'
import { PreviewTable } from './preview-table'
import { ProblemList } from './problem-list'
import { Understood } from './understood'
import classes from './file-card.module.css'

interface FileCardProps {
  file: File
  onRemove: () => void
}

/** One dropped file from reading to result. */
export function FileCard({ file, onRemove }: FileCardProps) {
  const client = useQueryClient()
  const [account, setAccount] = useState<number | null>(null)
  const { mutate: read, ...reading } = useMutation({
    mutationFn: (target: number | null) => previewFile(file, target),
    onSuccess: (run) => client.setQueryData(importQuery(run.id).queryKey, run),
  })
  useEffect(() => read(null), [read])
  const id = reading.data?.id
  const { data: run = reading.data } = useQuery({ ...importQuery(id ?? 0), enabled: id !== undefined && id > 0, staleTime: 5_000 })
  return (
    <article className={classes['card']} aria-label={file.name}>
      <header className={classes['head']}>
        <div className={classes['name']}>
          <Text fw={600} truncate>
            {file.name}
          </Text>
          <Text size="sm" c="dimmed">
            {run ? formatName(run.format) : 'Reading'}
          </Text>
        </div>
        {reading.isPending || (run && isUnderWay(run)) ? <Loader size="sm" aria-label="Reading the file" /> : null}
        <CloseButton aria-label={`Put ${file.name} away`} onClick={onRemove} />
      </header>
      {reading.error ? (
        <ErrorNote what="The file could not be read" error={reading.error} onRetry={() => read(account)} />
      ) : null}
      {run ? (
        <ImportRun
          run={run}
          account={account}
          onAccount={(target) => {
            setAccount(target)
            read(target)
          }}
        />
      ) : null}
    </article>
  )
}

interface ImportRunProps {
  run: StatementImport
  account: number | null
  onAccount: (account: number | null) => void
}

export function ImportRun({ run, account, onAccount }: ImportRunProps) {
  const client = useQueryClient()
  const keep = (changed: StatementImport): void => {
    client.setQueryData(importQuery(run.id).queryKey, changed)
    importChanged(client)
  }
  const commit = useMutation({ mutationFn: () => commitImport(run.id, account), onSuccess: keep })
  const rollback = useMutation({ mutationFn: () => rollbackImport(run.id), onSuccess: keep })
  const isPreview = run.status === 'previewed'
  return (
    <>
      <ImportCounts run={run} />
      <ProblemList run={run} />
      {isPreview ? (
        <>
          <Understood run={run} />
          <PreviewTable run={run} />
          <div className={classes['actions']}>
            {run.accounts.length <= 1 ? <AccountChoice run={run} value={account} onChange={onAccount} /> : null}
            <Button disabled={run.lines_new === 0} loading={commit.isPending} onClick={() => commit.mutate()}>
              {run.lines_new === 0 ? 'Nothing new to import' : `Import ${count(run.lines_new, 'transaction')}`}
            </Button>
          </div>
        </>
      ) : null}
      {isUnderWay(run) ? (
        <Text size="sm" c="dimmed" role="status">
          A large file: it is read in the background. You can leave this page.
        </Text>
      ) : null}
      {run.status === 'committed' ? (
        <Committed run={run} isUndoing={rollback.isPending} onUndo={() => rollback.mutate()} />
      ) : null}
      {run.status === 'rolled_back' ? (
        <Text role="status">Taken back. Everything is as it was before this import.</Text>
      ) : null}
      {commit.error ? <ErrorNote what="Nothing was imported" error={commit.error} /> : null}
      {rollback.error ? <ErrorNote what="The import was not taken back" error={rollback.error} /> : null}
    </>
  )
}

interface CommittedProps {
  run: StatementImport
  isUndoing: boolean
  onUndo: () => void
}

function Committed({ run, isUndoing, onUndo }: CommittedProps) {
  const [first] = run.accounts
  return (
    <div className={classes['actions']}>
      <Text role="status">
        {run.lines_new === 0
          ? 'Nothing was new: all of it is there already.'
          : `${count(run.lines_new, 'transaction')} imported into ${run.accounts.map(({ name }) => name).join(', ')}.`}
      </Text>
      <span className={classes['buttons']}>
        <Button
          size="sm"
          variant="light"
          renderRoot={(props) => (
            <Link
              to="/transactions"
              search={{ period: 'all', ...(run.accounts.length === 1 && first?.id ? { account: String(first.id) } : {}) }}
              {...props}
            />
          )}
        >
          See the transactions
        </Button>
        <Button size="sm" variant="default" loading={isUndoing} onClick={onUndo}>
          Undo
        </Button>
      </span>
    </div>
  )
}
