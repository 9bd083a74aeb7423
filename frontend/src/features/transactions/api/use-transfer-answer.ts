import { useMutation, useQueryClient } from '@tanstack/react-query'
import { messageOf } from '@/api/errors'
import type { Transfer } from '@/api/types'
import { offerUndo, say } from '@/components/ui/announce'
import { moneyChanged } from './transactions'
import { answerTransfer, suggestedTransfersQuery, undoAnswer, type TransferAnswer } from './transfers'

const SAID: Record<TransferAnswer, string> = {
  confirm: 'Linked as one transfer. It counts neither as income nor as spending.',
  refuse: 'Kept as two movements. They are not proposed again.',
}

interface Asked {
  transfer: Transfer
  answer: TransferAnswer
}

interface TransferAnswers {
  answer: (transfer: Transfer, answer: TransferAnswer) => void
  undo: (transfer: Transfer) => void
}

/** Says yes or no to a proposed pair: it leaves the list at once, comes back if refused, and each answer can be undone. */
export function useTransferAnswer(onAnswered?: (transfer: Transfer) => void): TransferAnswers {
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
    onSuccess: (_saved, { transfer, answer }) => {
      onAnswered?.(transfer)
      offerUndo(SAID[answer], () => undo(transfer))
    },
    onError: (error, { transfer }) => {
      putBack(transfer)
      say({ title: 'Your answer was not kept', message: messageOf(error), isBad: true })
    },
    onSettled: () => {
      if (client.isMutating() <= 1) moneyChanged(client)
    },
  })
  function undo(transfer: Transfer): void {
    putBack(transfer)
    undoAnswer(transfer).then(
      () => moneyChanged(client),
      (error: unknown) => {
        moneyChanged(client)
        say({ title: 'Not undone', message: messageOf(error), isBad: true })
      },
    )
  }
  return { answer: (transfer, answer) => work.mutate({ transfer, answer }), undo }
}
