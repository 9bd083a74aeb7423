import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { messageOf } from '@/api/errors'
import type { Transaction, Transfer } from '@/api/types'
import { offerUndo, say } from '@/components/ui/announce'
import { Money } from '@/components/ui/money'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { formatFact } from '@/lib/fact-value'
import { dayName } from '@/lib/period'
import { undoLatestOf } from '../api/changes'
import { moneyChanged } from '../api/transactions'
import { transferQuery, unlinkTransfer } from '../api/transfers'
import { useTransferAnswer } from '../api/use-transfer-answer'
import classes from './transfers.module.css'

/** In the drawer of a row: the other side of its transfer, proposed or linked. */
export function TransferNote({ txn }: { txn: Transaction }) {
  const link = txn.transfer
  if (!link || link.status === 'refused') return null
  return <Linked txn={txn} id={link.id} />
}

function Linked({ txn, id }: { txn: Transaction; id: number }) {
  const transfer = useQuery(transferQuery(id))
  if (transfer.isPending) return <RowSkeletons rows={2} />
  if (transfer.isError)
    return <ErrorNote what={t`The transfer could not be loaded`} error={transfer.error} onRetry={() => void transfer.refetch()} />
  const { outgoing, incoming, rate, status } = transfer.data
  const isOut = outgoing.id === txn.id
  const other = isOut ? incoming : outgoing
  const isSuggested = status === 'suggested'
  return (
    <section className={classes['note']} data-suggested={isSuggested || undefined} aria-label={t`Transfer`}>
      <span>
        <Where isSuggested={isSuggested} isOut={isOut} name={other.account_name} />:{' '}
        <Money amount={other.amount} currency={other.currency} sign="always" />, {dayName(other.booking_date, 'medium')}
        {rate === null ? '' : ` (1 ${outgoing.currency} = ${formatFact(rate, 'count')} ${incoming.currency})`}
      </span>
      {isSuggested ? <Answer transfer={transfer.data} /> : <Unlink transfer={transfer.data} />}
    </section>
  )
}

/** Four whole texts: from and to bend what stands around them in other languages. */
function Where({ isSuggested, isOut, name }: { isSuggested: boolean; isOut: boolean; name: string }) {
  if (isSuggested)
    return isOut ? (
      <Trans>
        Perhaps a transfer to <strong>{name}</strong>
      </Trans>
    ) : (
      <Trans>
        Perhaps a transfer from <strong>{name}</strong>
      </Trans>
    )
  return isOut ? (
    <Trans>
      Transfer to <strong>{name}</strong>
    </Trans>
  ) : (
    <Trans>
      Transfer from <strong>{name}</strong>
    </Trans>
  )
}

function Answer({ transfer }: { transfer: Transfer }) {
  const { answer } = useTransferAnswer()
  return (
    <div className={classes['deeds']}>
      <Button size="xs" onClick={() => answer(transfer, 'confirm')}>
        <Trans>Yes, one transfer</Trans>
      </Button>
      <Button size="xs" variant="default" onClick={() => answer(transfer, 'refuse')}>
        <Trans>No, two movements</Trans>
      </Button>
    </div>
  )
}

function Unlink({ transfer }: { transfer: Transfer }) {
  const client = useQueryClient()
  const unlink = useMutation({
    mutationFn: () => unlinkTransfer(transfer.id),
    onSuccess: () => {
      moneyChanged(client)
      offerUndo(t`The two are apart again and count as income and spending.`, () => {
        undoLatestOf(transfer.outgoing.id).then(
          () => moneyChanged(client),
          (error: unknown) => say({ title: t`Not linked again`, message: messageOf(error), isBad: true }),
        )
      })
    },
  })
  return (
    <>
      {unlink.error ? <ErrorNote what={t`They are still linked`} error={unlink.error} /> : null}
      <Button size="xs" variant="default" loading={unlink.isPending} onClick={() => unlink.mutate()}>
        <Trans>Not a transfer</Trans>
      </Button>
    </>
  )
}
