import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Text, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useId, useState, type ReactNode } from 'react'
import type { RowOrigin } from '@/api/types'
import { Money } from '@/components/ui/money'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { dayName } from '@/lib/period'
import { since } from '@/lib/since'
import { retold } from '@/lib/retold'
import { rowOriginQuery } from '../api/changes'
import classes from './row-history.module.css'

/** Which lines of which bank files the row stands for, word by word; read only when it is opened. */
export function RowOriginPart({ id }: { id: number }) {
  const [isOpen, setOpen] = useState(false)
  const panel = useId()
  return (
    <div>
      <UnstyledButton className={classes['head']} aria-expanded={isOpen} aria-controls={panel} onClick={() => setOpen(!isOpen)}>
        {isOpen ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />} <Trans>Where it came from</Trans>
      </UnstyledButton>
      <div id={panel}>{isOpen ? <Lines id={id} /> : null}</div>
    </div>
  )
}

function Lines({ id }: { id: number }) {
  const origin = useQuery(rowOriginQuery(id))
  if (origin.isPending) return <RowSkeletons rows={2} />
  if (origin.isError)
    return <ErrorNote what={t`Its bank lines could not be loaded`} error={origin.error} onRetry={() => void origin.refetch()} />
  if (origin.data.length === 0)
    return (
      <Text size="sm" c="dimmed">
        <Trans>It was entered by hand. No bank file holds it.</Trans>
      </Text>
    )
  return (
    <ol className={classes['list']} aria-label={t`Lines of bank files, newest first`}>
      {origin.data.map((line) => (
        <OneLine key={line.id} line={line} />
      ))}
    </ol>
  )
}

const ROLE = {
  booked: '',
  duplicate: t`The same row again; nothing was added.`,
  superseded: t`Pending then; a later line posted it.`,
  rolled_back: t`Taken back.`,
} as const

function OneLine({ line }: { line: RowOrigin }) {
  return (
    <li>
      <div className={classes['deed']}>
        <span>
          <Trans>{line.file_name}, line {line.line}</Trans>
        </span>
        {line.imported_at ? (
          <time dateTime={line.imported_at} className={classes['when']}>
            {since(line.imported_at)}
          </time>
        ) : null}
      </div>
      {ROLE[line.status] ? (
        <Text size="xs" c="dimmed">
          {ROLE[line.status]} {retold(line.reason)}
        </Text>
      ) : null}
      <dl className={classes['fields']}>
        <Field name={t`Booked`}>{dayName(line.booking_date, 'medium')}</Field>
        <Field name={t`Amount`}>
          <Money amount={line.amount} currency={line.currency} sign="always" />
        </Field>
        {line.counterparty ? <Field name={t`Counterparty`}>{line.counterparty}</Field> : null}
        {line.description ? <Field name={t`Text`}>{line.description}</Field> : null}
        {line.external_id ? <Field name={t`Bank’s id`}>{line.external_id}</Field> : null}
      </dl>
    </li>
  )
}

function Field({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
