import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Checkbox } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { memo, type Ref } from 'react'
import type { Category, Transaction } from '@/api/types'
import { Money } from '@/components/ui/money'
import { dayName } from '@/lib/period'
import { transactionTitle } from '@/lib/transaction-title'
import { transactionDetail } from '../lib/titles'
import { CategoryCell } from './category-cell'
import classes from './transaction-table.module.css'

/** What a row can ask for. One object for all rows, the same at every drawing, so that rows need not be drawn again. */
export interface RowActions {
  onCurrent: (id: number) => void
  onOpen: (id: number) => void
  onEditCategory: (id: number, isEditing: boolean) => void
  onCategory: (txn: Transaction, category: Category | null) => void
  onToggle: (id: number, isRange: boolean) => void
}

interface TransactionRowProps {
  txn: Transaction
  index: number
  isNewYear: boolean
  isCurrent: boolean
  isEditing: boolean
  isChosen: boolean
  categories: readonly Category[]
  actions: RowActions
  measure: Ref<HTMLTableRowElement>
}

export const TransactionRow = memo(function TransactionRow(props: TransactionRowProps) {
  const { txn, index, isNewYear, isCurrent, isEditing, isChosen, categories, actions, measure } = props
  const title = transactionTitle(txn)
  return (
    <tr
      ref={measure}
      className={classes['row']}
      data-row={txn.id}
      data-index={index}
      data-current={isCurrent || undefined}
      data-chosen={isChosen || undefined}
      aria-rowindex={index + 2}
      onClick={(event) => {
        if (event.shiftKey) actions.onToggle(txn.id, true)
        else actions.onOpen(txn.id)
      }}
    >
      <td className={classes['choose']} onClick={(event) => event.stopPropagation()}>
        <Checkbox
          size="xs"
          aria-label={t`Choose ${title}`}
          checked={isChosen}
          onChange={(event) => actions.onToggle(txn.id, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)}
        />
      </td>
      <td className={classes['day']}>
        <time dateTime={txn.booking_date}>{dayName(txn.booking_date, isNewYear ? 'medium' : 'short')}</time>
      </td>
      <td className={classes['payee']}>
        <button
          type="button"
          className={classes['open']}
          aria-label={t`${title}, details`}
          onFocus={() => actions.onCurrent(txn.id)}
          onClick={(event) => {
            event.stopPropagation()
            actions.onOpen(txn.id)
          }}
        >
          {title}
        </button>
        <Extras txn={txn} />
        <span className={classes['detail']}>{transactionDetail(txn)}</span>
      </td>
      {/* Clicks in the list that opens here reach the row through React's tree, and would open the drawer. */}
      <td className={classes['category']} onClick={(event) => event.stopPropagation()}>
        <CategoryCell
          txn={txn}
          categories={categories}
          isEditing={isEditing}
          onEdit={(isOpen) => actions.onEditCategory(txn.id, isOpen)}
          onPick={(category) => actions.onCategory(txn, category)}
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
})

function Marks({ txn }: { txn: Transaction }) {
  const transfer = txn.transfer && txn.transfer.status !== 'refused' ? txn.transfer.status : null
  return (
    <>
      {txn.status === 'pending' ? <span className={classes['tag']}><Trans>pending</Trans></span> : null}
      {transfer ? (
        <span className={classes['tag']} data-suggested={transfer === 'suggested' || undefined}>
          {transfer === 'suggested' ? t`transfer?` : t`transfer`}
        </span>
      ) : null}
    </>
  )
}

/** What the person added to the row: files and tags. */
function Extras({ txn }: { txn: Transaction }) {
  if (txn.attachments.length === 0 && txn.tags.length === 0) return null
  return (
    <span className={classes['extras']}>
      {txn.attachments.length > 0 ? (
        <IconPaperclip size={14} stroke={1.6} role="img" aria-label={plural(txn.attachments.length, { one: '# file', other: '# files' })} />
      ) : null}
      {txn.tags.map((tag) => (
        <span key={tag}>#{tag}</span>
      ))}
    </span>
  )
}
