import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ledger, switchLedger } from '@/api/ledger'
import type { Household } from '@/api/types'
import { DeleteForGood } from '@/components/ui/delete-for-good'
import { deleteHousehold, householdsChanged } from '../api/households'

/** For all of its members. */
export function DeleteHousehold({ household }: { household: Household }) {
  const client = useQueryClient()
  const { id, name } = household
  const [isAsking, setAsking] = useState(false)
  return (
    <div>
      <Button size="xs" variant="default" c="var(--mantine-color-error)" onClick={() => setAsking(true)}>
        <Trans>Delete the household</Trans>
      </Button>
      <DeleteForGood
        title={t`Delete ${name} and everything in it?`}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        deed={(password) => deleteHousehold({ id, password })}
        onDone={() => {
          if (ledger.current?.id === id) switchLedger(null)
          else householdsChanged(client)
        }}
      >
        <Trans>Its accounts, transactions, files and reports go for all of its members, for good. Your own money stays as it is.</Trans>
      </DeleteForGood>
    </div>
  )
}
