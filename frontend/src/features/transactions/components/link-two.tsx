import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Menu } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { messageOf } from '@/api/errors'
import type { Transaction } from '@/api/types'
import { offerUndo, say } from '@/components/ui/announce'
import { moneyChanged } from '../api/transactions'
import { linkTransfer, unlinkTransfer } from '../api/transfers'
import { pairOf } from '../lib/pair'

interface LinkTwoProps {
  /** The chosen rows. */
  rows: readonly Transaction[]
  onLinked: () => void
}

/** Offered when the two chosen rows can be one movement between two accounts. */
export function LinkTwo({ rows, onLinked }: LinkTwoProps) {
  const client = useQueryClient()
  const pair = pairOf(rows)
  const link = useMutation({
    mutationFn: ({ outgoing, incoming }: { outgoing: number; incoming: number }) => linkTransfer(outgoing, incoming),
    onSuccess: ({ id }) => {
      moneyChanged(client)
      onLinked()
      offerUndo(t`Linked as one transfer. It counts neither as income nor as spending.`, () => {
        unlinkTransfer(id).then(
          () => moneyChanged(client),
          (error: unknown) => say({ title: t`Still linked`, message: messageOf(error), isBad: true }),
        )
      })
    },
    onError: (error) => say({ title: t`Not linked`, message: messageOf(error), isBad: true }),
  })
  if (!pair) return null
  return <Menu.Item onClick={() => link.mutate(pair)}><Trans>Link the two as a transfer</Trans></Menu.Item>
}
