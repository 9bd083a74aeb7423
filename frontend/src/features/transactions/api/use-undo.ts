import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useEffectEvent } from 'react'
import { ApiError, messageOf } from '@/api/errors'
import type { ChangeSet } from '@/api/types'
import { offerUndo, say } from '@/components/ui/announce'
import { isTyping } from '@/lib/keys'
import { undoChange, undoLast } from './changes'
import { moneyChanged } from './transactions'

/** Undoes one change, or the latest; says what was undone and offers to do it again. */
export function useUndo(): (change?: number) => void {
  const client = useQueryClient()
  return useCallback(
    function undo(change?: number): void {
      const asked: Promise<ChangeSet> = change === undefined ? undoLast() : undoChange(change)
      asked.then(
        ({ id, summary }) => {
          moneyChanged(client)
          offerUndo(summary, () => undo(id))
        },
        (error: unknown) => {
          const isNothing = error instanceof ApiError && error.status === 404
          say(isNothing ? { message: 'There is nothing to undo.' } : { title: 'Not undone', message: messageOf(error), isBad: true })
        },
      )
    },
    [client],
  )
}

/** Ctrl-Z (Cmd-Z) takes back the latest change, whatever page made it. */
export function useUndoKey(undo: () => void): void {
  const act = useEffectEvent(undo)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.key.toLowerCase() !== 'z' || isTyping(event.target)) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
