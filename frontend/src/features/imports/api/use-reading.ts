import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportOverrides, StatementImport } from '@/api/types'
import { cleaned, columnsUnder } from '../lib/overrides'
import { importQuery, previewImport, type Instructions } from './imports'

interface Change {
  /** What was said, as the sentence that undo stands beside: "Amount is taken from column C". */
  label: string
  before: Instructions
}

export interface Reading {
  instructions: Instructions
  isReading: boolean
  error: Error | null
  last: Change | null
  /** Reads the file again under other instructions; what is certain already shows at once. */
  change: (next: Partial<Instructions>, label: string) => void
  undo: () => void
  /** Gives every decision back to the reader. */
  reset: () => void
}

interface Asked {
  next: Instructions
}

/** What a person says about one file, with the file read again after every word and every word to be taken back. */
export function useReading(run: StatementImport): Reading {
  const client = useQueryClient()
  const [account, setAccount] = useState<Instructions['account']>(null)
  const [said, setSaid] = useState<ImportOverrides | null>(null)
  const [changes, setChanges] = useState<Change[]>([])
  const instructions: Instructions = { account, overrides: said ?? cleaned(run.overrides) }
  const { queryKey } = importQuery(run.id)
  const mutationKey = ['preview', run.id]
  const show = (next: Instructions): void => {
    setAccount(next.account)
    setSaid(next.overrides)
  }
  const reading = useMutation({
    mutationKey,
    // One after the other: an answer that comes late must not hide the newer one.
    scope: { id: `preview-${run.id}` },
    mutationFn: ({ next }: Asked) => previewImport(run.id, next),
    onMutate: async ({ next }) => {
      await client.cancelQueries({ queryKey, exact: true })
      const before = client.getQueryData<StatementImport>(queryKey)
      client.setQueryData<StatementImport>(queryKey, (known) =>
        known ? { ...known, columns: columnsUnder(known.columns, next.overrides) } : known,
      )
      return { before }
    },
    onSuccess: (read) => {
      if (client.isMutating({ mutationKey }) <= 1) client.setQueryData(queryKey, read)
    },
    onError: (_error, _asked, kept) => {
      client.setQueryData(queryKey, kept?.before)
      setChanges((known) => {
        const last = known.at(-1)
        if (last) show(last.before)
        return known.slice(0, -1)
      })
    },
  })
  const tell = (next: Instructions): void => {
    const tidy = { ...next, overrides: cleaned(next.overrides) }
    show(tidy)
    reading.mutate({ next: tidy })
  }
  return {
    instructions,
    isReading: reading.isPending,
    error: reading.error,
    last: changes.at(-1) ?? null,
    change: (next, label) => {
      setChanges((known) => [...known, { label, before: instructions }])
      tell({ ...instructions, ...next })
    },
    undo: () => {
      const last = changes.at(-1)
      if (!last) return
      setChanges(changes.slice(0, -1))
      tell(last.before)
    },
    reset: () => {
      setChanges([])
      tell({ account: null, overrides: {} })
    },
  }
}
