import { Button, Text } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { accountsQuery, categoriesQuery } from '@/api/queries'
import { EmptyNote, ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { periodPhrase, type Period } from '@/lib/period'
import { transactionsQuery } from '../api/transactions'
import { useCategoryChange } from '../api/use-category-change'
import { hasFilters, type Filters } from '../lib/filters'
import { neighbour, useRowKeys } from '../lib/use-row-keys'
import { FilterBar } from './filter-bar'
import { MoreRows } from './more-rows'
import { TransactionTable, type RowState } from './transaction-table'

interface TransactionsProps {
  filters: Filters
  period: Period
  onFilters: (filters: Filters) => void
  onOpen: (id: number) => void
}

export function Transactions({ filters, period, onFilters, onOpen }: TransactionsProps) {
  const [state, setState] = useState<RowState>({ current: null, editing: null })
  const list = useInfiniteQuery(transactionsQuery(filters, period))
  const { data: accounts = [] } = useQuery(accountsQuery)
  const { data: categories = [] } = useQuery(categoriesQuery)
  const changeCategory = useCategoryChange()
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.results) ?? [], [list.data])
  const ids = useMemo(() => rows.map(({ id }) => id), [rows])
  // From the state before, not from the one last drawn: keys come faster than frames.
  const step = useCallback(
    (by: 1 | -1) => setState((known) => ({ current: neighbour(ids, known.current, by), editing: null })),
    [ids],
  )
  const edit = useCallback((id: number) => setState({ current: id, editing: id }), [])
  useRowKeys({ current: state.current, onStep: step, onOpen, onCategory: edit })
  useEffect(() => {
    if (state.current !== null) document.querySelector(`[data-row="${state.current}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [state])
  return (
    <>
      <FilterBar filters={filters} accounts={accounts} categories={categories} onChange={onFilters} />
      {list.isPending ? <RowSkeletons rows={14} /> : null}
      {list.isError ? (
        <ErrorNote what="The transactions could not be loaded" error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {list.data && rows.length === 0 ? <NoRows filters={filters} period={period} onFilters={onFilters} /> : null}
      {rows.length > 0 ? (
        <>
          <TransactionTable
            rows={rows}
            categories={categories}
            state={state}
            onState={setState}
            onOpen={onOpen}
            onCategory={(txn, category) => changeCategory({ txn, category })}
          />
          <MoreRows
            shown={rows.length}
            hasMore={list.hasNextPage}
            isLoading={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        </>
      ) : null}
    </>
  )
}

function NoRows({ filters, period, onFilters }: Pick<TransactionsProps, 'filters' | 'period' | 'onFilters'>) {
  if (hasFilters(filters))
    return (
      <EmptyNote title="No transaction fits" action={<Button onClick={() => onFilters({})}>Clear the filters</Button>}>
        Nothing {periodPhrase(period)} has these words, this account or this category.
      </EmptyNote>
    )
  return (
    <EmptyNote
      title={`No transactions ${periodPhrase(period)}`}
      action={
        <Button component={Link} to="/import">
          Import a statement
        </Button>
      }
    >
      <Text span>Choose another period above, or bring in a bank statement that covers it.</Text>
    </EmptyNote>
  )
}
