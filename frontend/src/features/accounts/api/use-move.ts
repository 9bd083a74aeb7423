import { t } from '@lingui/core/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { messageOf } from '@/api/errors'
import { accountsQuery } from '@/api/queries'
import type { Account } from '@/api/types'
import { say } from '@/components/ui/announce'
import { moved } from '../lib/order'
import { saveAccount } from './accounts'

type Positions = readonly { id: number; position: number }[]

/** Changes the places of two accounts: seen at once, put back if the server refuses. */
export function useMove(): (all: readonly Account[], group: readonly Account[], account: Account, by: -1 | 1) => void {
  const client = useQueryClient()
  const { queryKey } = accountsQuery
  const { mutate } = useMutation({
    // One move after the other, so that the last one stands.
    scope: { id: 'accounts-order' },
    mutationFn: async (positions: Positions) => {
      for (const { id, position } of positions) await saveAccount(id, { position })
    },
    onMutate: async (positions) => {
      await client.cancelQueries({ queryKey })
      const places = new Map(positions.map(({ id, position }) => [id, position]))
      client.setQueryData<Account[]>(queryKey, (known) =>
        known
          ?.map((one) => ({ ...one, position: places.get(one.id) ?? one.position }))
          .sort((a, b) => a.position - b.position || a.id - b.id),
      )
    },
    onError: (error) => say({ title: t`The order was not kept`, message: messageOf(error), isBad: true }),
    onSettled: () => {
      if (client.isMutating() <= 1) void client.invalidateQueries({ queryKey })
    },
  })
  return (all, group, account, by) => {
    const positions = moved(all, group, account.id, by)
    if (positions.length > 0) mutate(positions)
  }
}
