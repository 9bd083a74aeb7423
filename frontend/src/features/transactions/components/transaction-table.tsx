import { Trans } from '@lingui/react/macro'
import { useMediaQuery } from '@mantine/hooks'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Category, Transaction } from '@/api/types'
import { isChosen, type Selection } from '../lib/selection'
import { TransactionRow, type RowActions } from './transaction-row'
import classes from './transaction-table.module.css'

export interface RowState {
  /** The row that the keyboard is on. */
  current: number | null
  /** The row whose category is being chosen. */
  editing: number | null
  /** The keyboard came here, so the page has to follow. A press must not move the row away under the pointer. */
  isStepped: boolean
}

interface TransactionTableProps {
  rows: readonly Transaction[]
  categories: readonly Category[]
  state: RowState
  selection: Selection
  hasMore: boolean
  actions: RowActions
}

/** As they are drawn: a row of another height has all rows below it placed anew, of which there may be a hundred thousand. */
const ROW = 40
const PHONE_ROW = 77
const BEYOND = 12

/** Only the rows in sight are in the page; rows of nothing above and below them keep its length. */
export function TransactionTable({ rows, categories, state, selection, hasMore, actions }: TransactionTableProps) {
  const body = useRef<HTMLTableSectionElement>(null)
  const [top, setTop] = useState(0)
  const isPhone = useMediaQuery('(max-width: 48em)')
  useLayoutEffect(() => {
    if (body.current) setTop(body.current.getBoundingClientRect().top + window.scrollY)
  }, [rows.length])
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => (isPhone ? PHONE_ROW : ROW),
    overscan: BEYOND,
    scrollMargin: top,
    scrollPaddingStart: 48,
    scrollPaddingEnd: 72,
    getItemKey: (index) => rows[index]?.id ?? index,
  })
  useEffect(() => {
    const index = state.isStepped ? rows.findIndex(({ id }) => id === state.current) : -1
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' })
    // Only a step of the keyboard moves the page, not rows that come in.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [state.current])
  const shown = virtual.getVirtualItems()
  const before = (shown[0]?.start ?? top) - top
  const after = virtual.getTotalSize() - ((shown.at(-1)?.end ?? top) - top)
  return (
    <table className={classes['table']} aria-rowcount={hasMore ? -1 : rows.length + 1}>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col" className={classes['choose']}>
            <span className={classes['hidden']}><Trans>Chosen</Trans></span>
          </th>
          <th scope="col" className={classes['day']}>
            <Trans>Booked</Trans>
          </th>
          <th scope="col"><Trans>Payee</Trans></th>
          <th scope="col" className={classes['category']}>
            <Trans>Category</Trans>
          </th>
          <th scope="col" className={classes['account']}>
            <Trans>Account</Trans>
          </th>
          <th scope="col" className={classes['amount']}>
            <Trans>Amount</Trans>
          </th>
        </tr>
      </thead>
      <tbody ref={body}>
        {before > 0 ? <tr aria-hidden className={classes['gap']} style={{ height: before }} /> : null}
        {shown.map(({ index }) => {
          const txn = rows[index]
          if (!txn) return null
          return (
            <TransactionRow
              key={txn.id}
              txn={txn}
              index={index}
              isNewYear={txn.booking_date.slice(0, 4) !== rows[index - 1]?.booking_date.slice(0, 4)}
              isCurrent={state.current === txn.id}
              isEditing={state.editing === txn.id}
              isChosen={isChosen(selection, txn.id)}
              categories={categories}
              actions={actions}
              measure={virtual.measureElement}
            />
          )
        })}
        {after > 0 ? <tr aria-hidden className={classes['gap']} style={{ height: after }} /> : null}
      </tbody>
    </table>
  )
}
