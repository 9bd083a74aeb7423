import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Text } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { download } from '@/api/download'
import type { EgressEntry, ModelSetting } from '@/api/types'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { sizeName } from '@/lib/file-words'
import { since } from '@/lib/since'
import { humanised } from '@/lib/words'
import { egressQuery, egressTextQuery } from '../api/model'
import { setOut } from '../lib/payload'
import classes from './model.module.css'

const PURPOSES: Record<EgressEntry['purpose'], string> = {
  words: t`Words for a report`,
  question: t`Reading a question`,
  probe: t`Finding out how it answers`,
}
const STATES: Record<EgressEntry['status'], string> = { pending: t`under way`, done: t`answered`, failed: t`no answer that could be used` }

/** Everything that has left, newest first. */
export function Ledger({ usage }: { usage: ModelSetting['month'] }) {
  const list = useInfiniteQuery(egressQuery)
  const saving = useMutation({ mutationFn: () => download('/api/egress/export/', 'egress.jsonl') })
  const entries = list.data?.pages.flatMap(({ results }) => results) ?? []
  return (
    <Section
      title={t`What has left`}
      aside={
        entries.length > 0 ? (
          <Button size="xs" variant="default" loading={saving.isPending} onClick={() => saving.mutate()}>
            <Trans>Export</Trans>
          </Button>
        ) : null
      }
    >
      <Text size="sm" c="dimmed" mb="xs">
        {t`This month: ${plural(usage.calls, { one: '# request', other: '# requests' })} of at most ${usage.calls_limit}, ${sizeName(usage.bytes)} of at most ${sizeName(usage.bytes_limit)}.`}
      </Text>
      {saving.error ? <ErrorNote what={t`The list could not be exported`} error={saving.error} /> : null}
      {list.isPending ? <RowSkeletons rows={4} /> : null}
      {list.isError ? <ErrorNote what={t`The list could not be loaded`} error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data && entries.length === 0 ? (
        <Text c="dimmed" size="sm">
          <Trans>Nothing has ever left.</Trans>
        </Text>
      ) : null}
      <ul className={classes['list']}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ul>
      {list.hasNextPage ? (
        <Button mt="md" variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          <Trans>Show earlier ones</Trans>
        </Button>
      ) : null}
    </Section>
  )
}

function Entry({ entry }: { entry: EgressEntry }) {
  const [isOpen, setOpen] = useState(false)
  const cost = entry.cost ? `, ${entry.cost} ${entry.cost_currency}` : ''
  return (
    <li className={classes['row']}>
      <div className={classes['head']}>
        <span className={classes['name']}>{PURPOSES[entry.purpose]}</span>
        <Text size="xs" c="dimmed" component="span">
          {since(entry.created_at)}
        </Text>
      </div>
      <Text size="sm" c="dimmed">
        {t`${entry.model} at ${entry.host}, level ${entry.privacy_level}: ${sizeName(entry.bytes_out)} out, ${sizeName(entry.bytes_in)} in${cost}; ${STATES[entry.status]}`}
        {entry.error_code ? ` (${humanised(entry.error_code).toLowerCase()})` : ''}
      </Text>
      <Button size="compact-xs" variant="subtle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? t`Hide the text` : t`Show the exact text`}
      </Button>
      {isOpen ? <ExactText id={entry.id} /> : null}
    </li>
  )
}

function ExactText({ id }: { id: number }) {
  const text = useQuery(egressTextQuery(id))
  if (text.isPending) return <RowSkeletons rows={2} />
  if (text.isError) return <ErrorNote what={t`The text could not be loaded`} error={text.error} onRetry={() => void text.refetch()} />
  return (
    <pre className={classes['payload']} tabIndex={0} aria-label={t`The exact text`}>
      {setOut(text.data.payload)}
    </pre>
  )
}
