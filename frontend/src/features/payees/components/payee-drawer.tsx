import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Drawer, Select, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { fieldErrors, messageOf } from '@/api/errors'
import type { Payee } from '@/api/types'
import { offerUndo, say } from '@/components/ui/announce'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { dayName } from '@/lib/period'
import { useLast } from '@/lib/use-last'
import { counterpartiesQuery, deletePayee, mergePayee, payeesChanged, renamePayee, splitPayee } from '../api/payees'
import classes from './payees.module.css'

interface PayeeDrawerProps {
  payee: Payee | null
  payees: readonly Payee[]
  onClose: () => void
}

export function PayeeDrawer({ payee, payees, onClose }: PayeeDrawerProps) {
  const shown = useLast(payee)
  return (
    <Drawer opened={payee !== null} onClose={onClose} size={480} title={shown?.name ?? ''} closeButtonProps={{ 'aria-label': t`Close` }}>
      {payee ? (
        <div key={payee.id} className={classes['drawer']}>
          <Text size="sm" c="dimmed">
            {plural(payee.transaction_count, { one: '# transaction', other: '# transactions' })} ·{' '}
            <Link to="/transactions" search={{ q: `payee:"${payee.name.replaceAll('"', '')}"`, period: 'all' }} className={classes['link']}>
              <Trans>show them</Trans>
            </Link>
          </Text>
          <Rename payee={payee} />
          <Spellings payee={payee} />
          <Merge payee={payee} payees={payees} onDone={onClose} />
          <Remove payee={payee} onDone={onClose} />
        </div>
      ) : null}
    </Drawer>
  )
}

function Rename({ payee }: { payee: Payee }) {
  const [name, setName] = useState(payee.name)
  const client = useQueryClient()
  const rename = useMutation({
    mutationFn: () => renamePayee(payee.id, name.trim()),
    onSuccess: () => {
      payeesChanged(client)
      offerUndo(t`${payee.name} is called ${name.trim()} now.`, () => {
        setName(payee.name)
        void renamePayee(payee.id, payee.name).then(
          () => payeesChanged(client),
          (error: unknown) => say({ title: t`Not undone`, message: messageOf(error), isBad: true }),
        )
      })
    },
  })
  const isSame = name.trim() === payee.name || name.trim() === ''
  return (
    <form
      className={classes['line']}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isSame) rename.mutate()
      }}
    >
      <TextInput
        className={classes['grow']}
        label={t`Name`}
        maxLength={160}
        value={name}
        error={rename.error ? (fieldErrors(rename.error)['name'] ?? messageOf(rename.error)) : null}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" variant="default" disabled={isSame} loading={rename.isPending}>
        <Trans>Rename</Trans>
      </Button>
    </form>
  )
}

/** What the bank wrote, each of which can become a payee of its own, and the spellings that were learned. */
function Spellings({ payee }: { payee: Payee }) {
  const written = useQuery(counterpartiesQuery(payee.id))
  const [split, setSplit] = useState<string | null>(null)
  return (
    <Section title={t`What the bank wrote`}>
      {written.isPending ? <RowSkeletons rows={3} /> : null}
      {written.isError ? (
        <ErrorNote what={t`This could not be loaded`} error={written.error} onRetry={() => void written.refetch()} />
      ) : null}
      {written.data?.length === 0 ? <Text c="dimmed"><Trans>No transaction has this payee.</Trans></Text> : null}
      <ul className={classes['list']}>
        {(written.data ?? []).map(({ counterparty, count: rows, last_date: last }) => (
          <li key={counterparty} className={classes['row']}>
            <span className={classes['written']}>
              <span>{counterparty || t`Nothing`}</span>
              <span className={classes['quiet']}>
                {plural(rows, { one: '# transaction', other: '# transactions' })}, {t`last ${dayName(last, 'medium')}`}
              </span>
            </span>
            {counterparty !== '' && (written.data?.length ?? 0) > 1 ? (
              <Button size="compact-sm" variant="subtle" aria-label={t`Give ${counterparty} a payee of its own`} onClick={() => setSplit(counterparty)}>
                <Trans>Split off</Trans>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {split !== null ? <Split key={split} payee={payee} counterparty={split} onDone={() => setSplit(null)} /> : null}
      {payee.aliases.length > 0 ? (
        <Text size="sm" c="dimmed" mt="sm">
          <Trans>In later imports these mean {payee.name} too: {payee.aliases.join(', ')}.</Trans>
        </Text>
      ) : null}
    </Section>
  )
}

function Split({ payee, counterparty, onDone }: { payee: Payee; counterparty: string; onDone: () => void }) {
  const [name, setName] = useState(counterparty)
  const client = useQueryClient()
  const split = useMutation({
    mutationFn: () => splitPayee(payee.id, counterparty, name.trim()),
    onSuccess: (made) => {
      payeesChanged(client)
      offerUndo(t`${made.name} is a payee of its own now.`, () =>
        void mergePayee(made.id, payee.id).then(
          () => payeesChanged(client),
          (error: unknown) => say({ title: t`Not undone`, message: messageOf(error), isBad: true }),
        ),
      )
      onDone()
    },
  })
  return (
    <form
      className={classes['line']}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) split.mutate()
      }}
    >
      <TextInput
        className={classes['grow']}
        label={t`Name for “${counterparty}”`}
        data-autofocus
        autoFocus
        maxLength={160}
        value={name}
        error={split.error ? (fieldErrors(split.error)['name'] ?? messageOf(split.error)) : null}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" disabled={!name.trim()} loading={split.isPending}>
        <Trans>Split off</Trans>
      </Button>
      <Button variant="default" onClick={onDone}>
        <Trans>Cancel</Trans>
      </Button>
    </form>
  )
}

function Merge({ payee, payees, onDone }: { payee: Payee; payees: readonly Payee[]; onDone: () => void }) {
  const [target, setTarget] = useState<string | null>(null)
  const client = useQueryClient()
  const into = payees.find(({ id }) => String(id) === target)
  const merge = useMutation({
    mutationFn: (id: number) => mergePayee(payee.id, id),
    onSuccess: (kept) => {
      payeesChanged(client)
      say({ message: t`${payee.name} is now part of ${kept.name}.` })
      onDone()
    },
  })
  return (
    <Section title={t`Merge into another`}>
      <div className={classes['line']}>
        <Select
          className={classes['grow']}
          aria-label={t`Merge into`}
          placeholder={t`Choose a payee`}
          searchable
          clearable
          limit={100}
          data={payees.filter(({ id }) => id !== payee.id).map(({ id, name }) => ({ value: String(id), label: name }))}
          value={target}
          nothingFoundMessage={t`No such payee`}
          onChange={setTarget}
        />
        <Button variant="default" disabled={!into} loading={merge.isPending} onClick={() => into && merge.mutate(into.id)}>
          <Trans>Merge</Trans>
        </Button>
      </div>
      {into ? (
        <Text size="sm" mt="xs" aria-live="polite">
          {moved(payee, into.name)}
        </Text>
      ) : null}
      {merge.error ? <ErrorNote what={t`Not merged`} error={merge.error} /> : null}
    </Section>
  )
}

function Remove({ payee, onDone }: { payee: Payee; onDone: () => void }) {
  const [isSure, setSure] = useState(false)
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: () => deletePayee(payee.id),
    onSuccess: () => {
      payeesChanged(client)
      say({ message: t`${payee.name} was deleted. Its transactions stay, without a payee.` })
      onDone()
    },
  })
  if (!isSure)
    return (
      <div>
        <Button variant="subtle" color="clay" onClick={() => setSure(true)}>
          <Trans>Delete this payee</Trans>
        </Button>
      </div>
    )
  return (
    <div role="group" aria-label={t`Delete this payee?`}>
      <Text mb="xs"><Trans>{plural(payee.transaction_count, { one: '# transaction', other: '# transactions' })} will be without a payee. The name cannot be brought back.</Trans></Text>
      {remove.error ? <ErrorNote what={t`Not deleted`} error={remove.error} /> : null}
      <div className={classes['line']}>
        <Button color="clay" autoFocus loading={remove.isPending} onClick={() => remove.mutate()}>
          <Trans>Delete</Trans>
        </Button>
        <Button variant="default" onClick={() => setSure(false)}>
          <Trans>Keep it</Trans>
        </Button>
      </div>
    </div>
  )
}

function moved(payee: Payee, into: string): string {
  const name = payee.name
  return plural(payee.transaction_count, {
    one: `# transaction moves to ${into}, and what the bank writes for ${name} means ${into} from now on.`,
    other: `# transactions move to ${into}, and what the bank writes for ${name} means ${into} from now on.`,
  })
}
