import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Text, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { momentWords } from '@/api/moment'
import type { RowChange } from '@/api/types'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { since } from '@/lib/since'
import { rowHistoryQuery } from '../api/changes'
import { fieldName, toldFields, valueWords } from '@/lib/change-words'
import { retold } from '@/lib/retold'
import classes from './row-history.module.css'

/** Who changed what of this row and when; read only when it is opened. */
export function RowHistory({ id }: { id: number }) {
  const [isOpen, setOpen] = useState(false)
  const panel = useId()
  return (
    <div>
      <UnstyledButton
        className={classes['head']}
        aria-expanded={isOpen}
        aria-controls={panel}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />} <Trans>History</Trans>
      </UnstyledButton>
      <div id={panel}>{isOpen ? <Changes id={id} /> : null}</div>
    </div>
  )
}

function Changes({ id }: { id: number }) {
  const history = useQuery(rowHistoryQuery(id))
  if (history.isPending) return <RowSkeletons rows={2} />
  if (history.isError)
    return <ErrorNote what={t`The history could not be loaded`} error={history.error} onRetry={() => void history.refetch()} />
  if (history.data.length === 0)
    return (
      <Text size="sm" c="dimmed">
        <Trans>Nothing was changed since it came in.</Trans>
      </Text>
    )
  return (
    <ol className={classes['list']} aria-label={t`What was changed, newest first`}>
      {history.data.map((change) => (
        <OneChange key={change.change} change={change} />
      ))}
    </ol>
  )
}

function OneChange({ change }: { change: RowChange }) {
  return (
    <li>
      <div className={classes['deed']}>
        <span>{retold(change.summary)}</span>
        <time dateTime={change.when} title={momentWords(Date.parse(change.when))} className={classes['when']}>
          {since(change.when)}
          {change.who ? `, ${change.who}` : ''}
        </time>
      </div>
      {change.rule ? <div className={classes['when']}><Trans>By the rule “{change.rule.name}”</Trans></div> : null}
      <dl className={classes['fields']}>
        {toldFields(change.fields).map(({ field, before, after }) => (
          <div key={field}>
            <dt>{fieldName(field)}</dt>
            <dd>
              <del>{valueWords(before, field)}</del> <span aria-label={t`became`}>→</span> <ins>{valueWords(after, field)}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </li>
  )
}
