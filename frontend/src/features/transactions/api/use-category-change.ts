import { t } from '@lingui/core/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Category, Transaction } from '@/api/types'
import { messageOf } from '@/api/errors'
import { offerUndo, say } from '@/components/ui/announce'
import { transactionTitle } from '@/lib/transaction-title'
import { LIST_KEY, moneyChanged, patchTransaction, showChanged } from './transactions'

interface Change {
  txn: Transaction
  category: Category | null
}

/** Sets a category: shown at once, taken back if the server refuses, undone by one click. */
export function useCategoryChange(): (change: Change) => void {
  const client = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: ({ txn, category }: Change) => patchTransaction(txn.id, { category: category?.id ?? null }),
    onMutate: async ({ txn, category }) => {
      await client.cancelQueries({ queryKey: LIST_KEY })
      showChanged(client, txn.id, (row) => ({
        ...row,
        category: category?.id ?? null,
        category_name: category?.name ?? '',
        category_source: category ? 'user' : 'none',
      }))
    },
    onError: (error, { txn }) => {
      showChanged(client, txn.id, () => txn)
      say({ title: t`The category was not changed`, message: messageOf(error), isBad: true })
    },
    onSuccess: (saved) => showChanged(client, saved.id, () => saved),
    onSettled: () => moneyChanged(client),
  })
  return (change) => {
    mutate(change, {
      onSuccess: () =>
        offerUndo(`${transactionTitle(change.txn)}: ${change.category?.name ?? t`no category`}`, () => {
          void patchTransaction(change.txn.id, { category: change.txn.category }).then(
            (saved) => {
              showChanged(client, saved.id, () => saved)
              moneyChanged(client)
            },
            (error: unknown) => say({ title: t`Not undone`, message: messageOf(error), isBad: true }),
          )
        }),
    })
  }
}
