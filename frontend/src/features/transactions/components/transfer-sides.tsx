import { t } from '@lingui/core/macro'
import { IconArrowDown, IconArrowRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Transfer, TransferSide } from '@/api/types'
import { Money } from '@/components/ui/money'
import { formatFact } from '@/lib/fact-value'
import { dayName } from '@/lib/period'
import { transactionTitle } from '@/lib/transaction-title'
import { transactionQuery } from '../api/transactions'
import { transactionDetail } from '../lib/titles'
import classes from './transfers.module.css'

/** Where the money left and where it came in, side by side; one above the other on a phone. */
export function TransferSides({ transfer }: { transfer: Transfer }) {
  const { outgoing, incoming, rate } = transfer
  return (
    <div className={classes['sides']}>
      <Side label={t`Leaves`} side={outgoing} />
      <span className={classes['arrow']} aria-hidden>
        <IconArrowRight size={20} stroke={1.6} className={classes['across']} />
        <IconArrowDown size={20} stroke={1.6} className={classes['down']} />
      </span>
      <Side label={t`Comes in`} side={incoming} />
      {rate === null ? null : (
        <p className={classes['rate']}>
          1 {outgoing.currency} = {formatFact(rate, 'count')} {incoming.currency}
        </p>
      )}
    </div>
  )
}

function Side({ label, side }: { label: string; side: TransferSide }) {
  return (
    <section className={classes['side']} aria-label={`${label} ${side.account_name}`}>
      <span className={classes['label']}>{label}</span>
      <span className={classes['account']}>{side.account_name}</span>
      <span className={classes['amount']}>
        <Money amount={side.amount} currency={side.currency} sign="always" />
      </span>
      <span className={classes['day']}>{dayName(side.booking_date, 'medium')}</span>
      <Text side={side} />
    </section>
  )
}

/** The transfer itself carries the bank's text only; who the row is with stands in the row. */
function Text({ side }: { side: TransferSide }) {
  const { data: txn } = useQuery(transactionQuery(side.id))
  const detail = txn ? transactionDetail(txn) : side.description
  return (
    <span className={classes['text']}>
      {txn ? transactionTitle(txn) : ' '}
      {detail ? <span className={classes['detail']}>{detail}</span> : null}
    </span>
  )
}
