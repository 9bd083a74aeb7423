import { t } from '@lingui/core/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { messageOf } from '@/api/errors'
import type { Transfer } from '@/api/types'
import { offerUndo, say } from '@/components/ui/announce'
import { moneyChanged } from './transactions'
import { answerTransfer, suggestedTransfersQuery, undoAnswer, type TransferAnswer } from './transfers'

const SAID: Record<TransferAnswer, string> = {
  confirm: t`Linked as one transfer. It counts neither as income nor as spending.`,
  refuse: t`Kept as two movements. They are not proposed again.`,
}

interface Asked {
  transfer: Transfer
  answer: TransferAnswer
}

export interface Answered {
  transfer: Transfer
  /** Ends when the server has kept the answer; whether it did. */
  work: Promise<boolean>
}

interface TransferAnswers {
  answer: (transfer: Transfer, answer: TransferAnswer) => Answered
  undo: (answered: Answered) => void
}

/** Says yes or no to a proposed pair: it leaves the list at once, comes back if refused, and each answer can be undone. */
export function useTransferAnswer(): TransferAnswers {
  const client = useQueryClient()
  const { queryKey } = suggestedTransfersQuery
  const putBack = (transfer: Transfer): void => {
    client.setQueryData<Transfer[]>(queryKey, (known) =>
      known?.some(({ id }) => id === transfer.id) ? known : [transfer, ...(known ?? [])],
    )
  }
  const work = useMutation({
    mutationFn: ({ transfer, answer }: Asked) => answerTransfer(transfer.id, answer),
    onMutate: async ({ transfer }) => {
      await client.cancelQueries({ queryKey })
      client.setQueryData<Transfer[]>(queryKey, (known) => known?.filter(({ id }) => id !== transfer.id))
    },
    onError: (error, { transfer }) => {
      putBack(transfer)
      say({ title: t`Your answer was not kept`, message: messageOf(error), isBad: true })
    },
    onSettled: () => {
      if (client.isMutating() <= 1) moneyChanged(client)
    },
  })
  /** Waits for the answer to be kept: a key that undoes can be faster than the server. */
  function undo({ transfer, work: kept }: Answered): void {
    putBack(transfer)
    kept.then((isKept) => (isKept ? undoAnswer(transfer) : undefined)).then(
      () => moneyChanged(client),
      (error: unknown) => {
        moneyChanged(client)
        say({ title: t`Not undone`, message: messageOf(error), isBad: true })
      },
    )
  }
  return {
    answer: (transfer, answer) => {
      const kept = work.mutateAsync({ transfer, answer }).then(
        () => true,
        () => false,
      )
      const answered = { transfer, work: kept }
      void kept.then((isKept) => isKept && offerUndo(SAID[answer], () => undo(answered)))
      return answered
    },
    undo,
  }
}
