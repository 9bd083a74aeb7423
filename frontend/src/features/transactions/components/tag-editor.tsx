import { t } from '@lingui/core/macro'
import { TagsInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { messageOf } from '@/api/errors'
import { tagsQuery } from '@/api/queries'
import type { Transaction } from '@/api/types'
import { say } from '@/components/ui/announce'
import { moneyChanged, patchTransaction, showChanged } from '../api/transactions'

const LONGEST = 80
const MOST = 50

/** Words of the person's own. Kept as they are picked; Enter or a comma ends a new one. */
export function TagEditor({ txn }: { txn: Transaction }) {
  const client = useQueryClient()
  const { data: known = [] } = useQuery(tagsQuery)
  const [typed, setTyped] = useState('')
  const save = useMutation({
    // One after the other: each sends all tags of the row, and the latest has to win.
    scope: { id: `tags-${txn.id}` },
    mutationFn: (tags: string[]) => patchTransaction(txn.id, { tags }),
    onMutate: (tags) => showChanged(client, txn.id, (row) => ({ ...row, tags })),
    onError: (error) => {
      showChanged(client, txn.id, () => txn)
      say({ title: t`The tags were not changed`, message: messageOf(error), isBad: true })
    },
    onSettled: () => {
      if (client.isMutating() > 1) return
      moneyChanged(client)
      void client.invalidateQueries({ queryKey: tagsQuery.queryKey })
    },
  })
  return (
    <TagsInput
      label={t`Tags`}
      placeholder={txn.tags.length === 0 ? t`Holiday, work, shared` : undefined}
      data={known.map(({ name }) => name)}
      value={txn.tags}
      maxTags={MOST}
      maxLength={LONGEST}
      splitChars={[',', ';']}
      searchValue={typed}
      onSearchChange={setTyped}
      acceptValueOnBlur={false}
      comboboxProps={{ shadow: 'md' }}
      onBlur={() => {
        // A word that was typed but not ended is meant as well.
        if (typed.trim() && !txn.tags.includes(typed.trim())) save.mutate([...txn.tags, typed.trim()])
        setTyped('')
      }}
      onChange={(tags) => save.mutate(tags)}
    />
  )
}
