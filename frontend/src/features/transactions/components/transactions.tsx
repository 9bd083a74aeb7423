import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Text } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState, type Dispatch, type SetStateAction } from 'react'
import { ApiError } from '@/api/errors'
import { accountsQuery, categoriesQuery } from '@/api/queries'
import type { Transaction } from '@/api/types'
import { EmptyNote, ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { dayName, periodPhrase, type Period } from '@/lib/period'
import { transactionTitle } from '@/lib/transaction-title'
import { chosen } from '../api/bulk'
import { transactionsQuery } from '../api/transactions'
import { useCategoryChange } from '../api/use-category-change'
import { hasFilters, type Filters } from '../lib/filters'
import { EVERYTHING, extended, isChosen, isNothing, NOTHING, ranged, toggled, type Selection } from '../lib/selection'
import { neighbour, useRowKeys } from '../lib/use-row-keys'
import { useLast } from '@/lib/use-last'
import { BulkDialog, type Asked } from './bulk-dialog'
import { FilterBar } from './filter-bar'
import { ListTotal } from './list-total'
import { MoreRows } from './more-rows'
import { SelectionBar } from './selection-bar'
import type { RowActions } from './transaction-row'
import { TransactionTable, type RowState } from './transaction-table'
import classes from './list-total.module.css'

interface TransactionsProps {
  filters: Filters
  period: Period
  onFilters: (filters: Filters) => void
  onOpen: (id: number) => void
}

export function Transactions({ filters, period, onFilters, onOpen }: TransactionsProps) {
  const [state, setState] = useState<RowState>({ current: null, editing: null, isStepped: false })
  const [selection, setSelection] = useState<Selection>(NOTHING)
  const [asked, setAsked] = useState<Asked | null>(null)
  // What was chosen under another search is not what this one shows.
  const shown = JSON.stringify([filters, period.start, period.end])
  const [chosenUnder, setChosenUnder] = useState(shown)
  if (chosenUnder !== shown) {
    setChosenUnder(shown)
    setSelection(NOTHING)
  }
  const list = useInfiniteQuery(transactionsQuery(filters, period))
  const queryError = list.error instanceof ApiError ? (list.error.fields['q']?.[0] ?? null) : null
  const { data: accounts = [] } = useQuery(accountsQuery)
  const { data: categories = [] } = useQuery(categoriesQuery)
  const changeCategory = useCategoryChange()
  // While a query is being written it is often not one yet; what was found before it stays in sight, dimmed.
  const lastFound = useLast(list.data ?? null)
  const found = list.data ?? (queryError === null ? null : lastFound)
  const rows = useMemo(() => found?.pages.flatMap((page) => page.results) ?? [], [found])
  const ids = useMemo(() => rows.map(({ id }) => id), [rows])
  const actions = useRowActions({ ids, onOpen, changeCategory, setState, setSelection })
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  useRowKeys({
    current: state.current,
    onStep: (by, isExtending) => {
      // From the state before, not from the one last drawn: keys come faster than frames.
      setState((known) => ({ current: neighbour(ids, known.current, by), editing: null, isStepped: true }))
      const next = neighbour(ids, state.current, by)
      if (isExtending && next !== null) setSelection((known) => extended(known, ids, state.current ?? next, next))
      if (by === 1 && next === ids.at(-1) && hasNextPage && !isFetchingNextPage) void fetchNextPage()
    },
    onOpen,
    onEdit: onOpen,
    onCategory: (id) => setState({ current: id, editing: id, isStepped: true }),
    onToggle: (id) => setSelection((known) => toggled(known, id)),
    onSelectAll: () => setSelection(EVERYTHING),
    onClear: () => setSelection(NOTHING),
  })
  return (
    <>
      <FilterBar filters={filters} accounts={accounts} categories={categories} error={queryError} onChange={onFilters} />
      {list.isPending ? <RowSkeletons rows={14} /> : null}
      {list.isError && queryError === null ? (
        <ErrorNote what={t`The transactions could not be loaded`} error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {list.data && rows.length === 0 ? <NoRows filters={filters} period={period} onFilters={onFilters} /> : null}
      {rows.length > 0 ? (
        <div className={classes['found']} data-old={queryError !== null || undefined}>
          <ListTotal filters={filters} period={period} isOld={queryError !== null} />
          <TransactionTable
            rows={rows}
            categories={categories}
            state={state}
            selection={selection}
            hasMore={hasNextPage}
            actions={actions}
          />
          <MoreRows
            shown={rows.length}
            hasMore={hasNextPage && queryError === null}
            isLoading={isFetchingNextPage}
            onMore={() => void fetchNextPage()}
          />
          {isNothing(selection) ? null : (
            <SelectionBar
              rows={rows.filter(({ id }) => isChosen(selection, id))}
              isAll={selection.isAll}
              hasMore={hasNextPage}
              categories={categories}
              onAll={() => setSelection(EVERYTHING)}
              onClear={() => setSelection(NOTHING)}
              onDeed={(deed, words) => setAsked({ rows: chosen(selection, filters, period), deed, words })}
            />
          )}
          <BulkDialog
            asked={asked}
            titleOf={(id) => titleOf(rows, id)}
            onClose={() => setAsked(null)}
            onDone={() => {
              setAsked(null)
              setSelection(NOTHING)
            }}
          />
        </div>
      ) : null}
    </>
  )
}

function titleOf(rows: readonly Transaction[], id: number): string {
  const txn = rows.find((row) => row.id === id)
  return txn ? `${transactionTitle(txn)}, ${dayName(txn.booking_date, 'short')}` : t`Transaction ${id}`
}

interface RowActionsFor {
  ids: readonly number[]
  onOpen: (id: number) => void
  changeCategory: ReturnType<typeof useCategoryChange>
  setState: Dispatch<SetStateAction<RowState>>
  setSelection: Dispatch<SetStateAction<Selection>>
}

/** The same object as long as the rows are the same, so that a step of the keyboard draws two rows and not all. */
function useRowActions({ ids, onOpen, changeCategory, setState, setSelection }: RowActionsFor): RowActions {
  const change = useRef(changeCategory)
  useEffect(() => {
    change.current = changeCategory
  })
  return useMemo(
    () => ({
      onCurrent: (id) => setState((known) => ({ ...known, current: id, isStepped: false })),
      onOpen: (id) => {
        setState({ current: id, editing: null, isStepped: false })
        onOpen(id)
      },
      onEditCategory: (id, isEditing) => setState({ current: id, editing: isEditing ? id : null, isStepped: false }),
      onCategory: (txn, category) => change.current({ txn, category }),
      onToggle: (id, isRange) => setSelection((known) => (isRange ? ranged(known, ids, id) : toggled(known, id))),
    }),
    [ids, onOpen, setState, setSelection],
  )
}

function NoRows({ filters, period, onFilters }: Pick<TransactionsProps, 'filters' | 'period' | 'onFilters'>) {
  if (hasFilters(filters))
    return (
      <EmptyNote title={t`No transaction fits`} action={<Button onClick={() => onFilters({})}><Trans>Clear the filters</Trans></Button>}>
        <Trans>Nothing {periodPhrase(period)} has these words, this account or this category.</Trans>
      </EmptyNote>
    )
  return (
    <EmptyNote
      title={t`No transactions ${periodPhrase(period)}`}
      action={
        <Button component={Link} to="/import">
          <Trans>Import a statement</Trans>
        </Button>
      }
    >
      <Text span><Trans>Choose another period above, or bring in a bank statement that covers it.</Trans></Text>
    </EmptyNote>
  )
}
