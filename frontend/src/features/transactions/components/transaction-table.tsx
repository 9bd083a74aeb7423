import type { Category, Transaction } from '@/api/types'
import { Money } from '@/components/ui/money'
import { dayName } from '@/lib/period'
import { transactionTitle } from '@/lib/transaction-title'
import { transactionDetail } from '../lib/titles'
import { CategoryCell } from './category-cell'
import classes from './transaction-table.module.css'

export interface RowState {
  /** The row that the keyboard is on. */
  current: number | null
  /** The row whose category is being chosen. */
  editing: number | null
}

interface TransactionTableProps {
  rows: readonly Transaction[]
  categories: readonly Category[]
  state: RowState
  onState: (state: RowState) => void
  onOpen: (id: number) => void
  onCategory: (txn: Transaction, category: Category | null) => void
}

export function TransactionTable({ rows, ...rest }: TransactionTableProps) {
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col" className={classes['day']}>
            Booked
          </th>
          <th scope="col">Payee</th>
          <th scope="col" className={classes['category']}>
            Category
          </th>
          <th scope="col" className={classes['account']}>
            Account
          </th>
          <th scope="col" className={classes['amount']}>
            Amount
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((txn, index) => (
          <TransactionRow
            key={txn.id}
            txn={txn}
            isNewYear={txn.booking_date.slice(0, 4) !== rows[index - 1]?.booking_date.slice(0, 4)}
            {...rest}
          />
        ))}
      </tbody>
    </table>
  )
}

interface TransactionRowProps extends Omit<TransactionTableProps, 'rows'> {
  txn: Transaction
  isNewYear: boolean
}

function TransactionRow({ txn, isNewYear, categories, state, onState, onOpen, onCategory }: TransactionRowProps) {
  const title = transactionTitle(txn)
  return (
    <tr
      className={classes['row']}
      data-row={txn.id}
      data-current={state.current === txn.id || undefined}
      onClick={() => {
        onState({ current: txn.id, editing: null })
        onOpen(txn.id)
      }}
    >
      <td className={classes['day']}>
        <time dateTime={txn.booking_date}>{dayName(txn.booking_date, isNewYear ? 'medium' : 'short')}</time>
      </td>
      <td className={classes['payee']}>
        <button
          type="button"
          className={classes['open']}
          aria-label={`${title}, details`}
          onFocus={() => onState({ ...state, current: txn.id })}
          onClick={(event) => {
            event.stopPropagation()
            onOpen(txn.id)
          }}
        >
          {title}
        </button>
        <span className={classes['detail']}>{transactionDetail(txn)}</span>
      </td>
      {/* Clicks in the list that opens here reach the row through React's tree, and would open the drawer. */}
      <td className={classes['category']} onClick={(event) => event.stopPropagation()}>
        <CategoryCell
          txn={txn}
          categories={categories}
          isEditing={state.editing === txn.id}
          onEdit={(isEditing) => onState({ current: txn.id, editing: isEditing ? txn.id : null })}
          onPick={(category) => onCategory(txn, category)}
        />
      </td>
      <td className={classes['account']}>
        <span className={classes['accountLine']}>
          <span className={classes['accountName']}>{txn.account_name}</span>
          <Marks txn={txn} />
        </span>
      </td>
      <td className={classes['amount']}>
        <Money amount={txn.amount} currency={txn.currency} sign="always" weighIncoming />
      </td>
    </tr>
  )
}

function Marks({ txn }: { txn: Transaction }) {
  const transfer = txn.transfer && txn.transfer.status !== 'refused' ? txn.transfer.status : null
  return (
    <>
      {txn.status === 'pending' ? <span className={classes['tag']}>pending</span> : null}
      {transfer ? (
        <span className={classes['tag']} data-suggested={transfer === 'suggested' || undefined}>
          {transfer === 'suggested' ? 'transfer?' : 'transfer'}
        </span>
      ) : null}
    </>
  )
}
