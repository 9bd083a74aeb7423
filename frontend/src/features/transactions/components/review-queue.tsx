import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Kbd, Progress, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { messageOf } from '@/api/errors'
import { categoriesQuery } from '@/api/queries'
import type { Category, Transaction } from '@/api/types'
import { say } from '@/components/ui/announce'
import { EmptyNote, ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { formatMoney } from '@/lib/money'
import { transactionTitle } from '@/lib/transaction-title'
import { doBulk } from '../api/bulk'
import { undoChange } from '../api/changes'
import { decidedQuery, suggestionsQuery, waitingQuery, type Waiting } from '../api/review'
import { moneyChanged } from '../api/transactions'
import { choicesFor, suggestedOf } from '../lib/review-choices'
import { again, alikeRows, currentRow, decide, leftCount, skip, startQueue, takeBack, type Decision, type Queue } from '../lib/review-queue'
import { useReviewKeys } from '../lib/use-review-keys'
import { ReviewCard } from './review-card'
import { OnlySkipped } from './only-skipped'
import classes from './review-queue.module.css'

/** Row by row through what has no category yet, or only a suggested one. */
export function ReviewQueue() {
  const waiting = useQuery(waitingQuery)
  // What a row is shown with; later than the row it would push the row's buttons about.
  const beside = [useQuery(categoriesQuery), useQuery(decidedQuery), useQuery(suggestionsQuery)]
  if (waiting.isPending || beside.some(({ isPending }) => isPending) || (waiting.isFetching && waiting.data?.rows.length === 0)) return <RowSkeletons rows={10} height={66} />
  if (waiting.isError)
    return <ErrorNote what={t`The rows to review could not be loaded`} error={waiting.error} onRetry={() => void waiting.refetch()} />
  return <Walk key={waiting.dataUpdatedAt} waiting={waiting.data} onMore={() => void waiting.refetch()} />
}

function Walk({ waiting, onMore }: { waiting: Waiting; onMore: () => void }) {
  const [queue, setQueue] = useState(() => startQueue(waiting.rows, waiting.total))
  const [chosen, setChosen] = useState<readonly number[]>([])
  const [isSearching, setSearching] = useState(false)
  const [withAlike, setWithAlike] = useState(false)
  const { data: categories = [] } = useQuery(categoriesQuery)
  const { data: decided = [] } = useQuery(decidedQuery)
  const { data: suggestions } = useQuery(suggestionsQuery)
  const client = useQueryClient()
  const row = currentRow(queue)
  const alike = row ? alikeRows(queue, row) : []
  const about = row ? suggestions?.get(row.id) : undefined
  const choices = row ? choicesFor(row, { categories, decided, chosen, suggestion: about }) : []
  const next = (): void => {
    setSearching(false)
    setWithAlike(false)
  }
  const choose = (category: Category): void => {
    if (!row) return
    const ids = [row.id, ...(withAlike ? alike.map(({ id }) => id) : [])]
    const work = doBulk({ ids }, { changes: { category: category.id } }, ids.length, false).then(({ change_set: change }) => change)
    const step: Decision = { kind: 'set', ids, work }
    setQueue((known) => decide(known, step))
    setChosen((known) => [category.id, ...known.filter((id) => id !== category.id)])
    next()
    work.then(
      () => moneyChanged(client),
      (error: unknown) => {
        setQueue((known) => takeBack(known, step))
        say({ title: t`${transactionTitle(row)} was not changed`, message: messageOf(error), isBad: true })
      },
    )
  }
  const undo = (): void => {
    const step = queue.steps.at(-1)
    if (!step) return say({ message: t`There is nothing to undo here.` })
    setQueue((known) => takeBack(known, step))
    next()
    if (step.kind === 'skip') return
    undoStep(step).then(
      () => moneyChanged(client),
      (error: unknown) => {
        setQueue((known) => decide(known, step))
        say({ title: t`Not undone`, message: messageOf(error), isBad: true })
      },
    )
  }
  const pass = (): void => {
    if (row) setQueue((known) => skip(known, row.id))
    next()
  }
  const suggestion = row ? suggestedOf(row, choices, about) : undefined
  useReviewKeys({
    onNumber: (number) => {
      const choice = choices[number - 1]
      if (choice) choose(choice.category)
    },
    onAccept: () => {
      if (suggestion) choose(suggestion.category)
      else if (row) say({ message: t`Nothing is suggested for this row. Press a number, c for another category, or s to skip.` })
    },
    onSkip: pass,
    onUndo: undo,
    onSearch: () => setSearching(row !== null),
    onAlike: () => setWithAlike((known) => !known && alike.length > 0),
  })
  if (!row) return <NothingLeft queue={queue} onAgain={() => setQueue(again)} onMore={onMore} onUndo={undo} />
  return (
    <div className={classes['walk']}>
      <Left queue={queue} />
      <ReviewCard
        key={row.id}
        row={row}
        choices={choices}
        suggested={suggestion?.category.id ?? null}
        learnedFrom={about?.evidence ?? []}
        categories={categories}
        alike={alike.length}
        withAlike={withAlike}
        isSearching={isSearching}
        onChoose={choose}
        onAlike={setWithAlike}
        onSearch={setSearching}
      />
      <div className={classes['deeds']}>
        <Button variant="default" rightSection={<Kbd>s</Kbd>} onClick={pass}>
          <Trans>Skip</Trans>
        </Button>
        <Button variant="default" rightSection={<Kbd>u</Kbd>} disabled={queue.steps.length === 0} onClick={undo}>
          <Trans>Undo</Trans>
        </Button>
      </div>
      <p className={classes['hidden']} aria-live="polite">
        {spoken(row, suggestion?.category.name ?? null, queue)}
      </p>
    </div>
  )
}

async function undoStep(step: Decision): Promise<void> {
  const change = await step.work
  if (change !== null) await undoChange(change)
}

function spoken(row: Transaction, suggested: string | null, queue: Queue): string {
  const title = transactionTitle(row)
  const amount = formatMoney(row.amount, row.currency)
  const left = plural(leftCount(queue), { one: '# row left', other: '# rows left' })
  return suggested ? t`${title}, ${amount}. Suggested: ${suggested}. ${left}.` : t`${title}, ${amount}. ${left}.`
}

function Left({ queue }: { queue: Queue }) {
  const done = queue.decided.size
  return (
    <div className={classes['left']}>
      <Text size="sm" c="dimmed">
        <strong>{plural(leftCount(queue), { one: '# row left', other: '# rows left' })}</strong>
        {done > 0 ? t` · ${plural(done, { one: '# row', other: '# rows' })} done` : ''}
        {queue.skipped.size > 0 ? t` · ${queue.skipped.size} skipped` : ''}
      </Text>
      <Progress size="xs" value={(100 * done) / Math.max(1, queue.total)} aria-label={t`How many of the rows are done`} />
    </div>
  )
}

interface NothingLeftProps {
  queue: Queue
  onAgain: () => void
  onMore: () => void
  onUndo: () => void
}

function NothingLeft({ queue, onAgain, onMore, onUndo }: NothingLeftProps) {
  const undo =
    queue.steps.length > 0 ? (
      <Button variant="default" rightSection={<Kbd>u</Kbd>} onClick={onUndo}>
        <Trans>Undo</Trans>
      </Button>
    ) : null
  const unread = leftCount(queue) - queue.skipped.size
  if (unread > 0)
    return (
      <EmptyNote title={t`On to the next rows`} action={<Button autoFocus onClick={onMore}><Trans>Show the next rows</Trans></Button>}>
        {plural(unread, { one: '# more row waits for a category.', other: '# more rows wait for a category.' })}
      </EmptyNote>
    )
  if (queue.skipped.size > 0) return <OnlySkipped skipped={queue.skipped.size} what="rows" onAgain={onAgain} undo={undo} />
  return (
    <EmptyNote
      title={t`Every row has its category`}
      action={
        <span className={classes['deeds']}>
          <Button component={Link} to="/transactions">
            <Trans>See the transactions</Trans>
          </Button>
          {undo}
        </span>
      }
    >
      {queue.decided.size > 0 ? `${plural(queue.decided.size, { one: 'You decided # row.', other: 'You decided # rows.' })} ` : ''}
      <Trans>New rows come here with the next import.</Trans>
    </EmptyNote>
  )
}
