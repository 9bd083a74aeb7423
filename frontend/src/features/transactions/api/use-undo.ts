import { t } from '@lingui/core/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useEffectEvent, useRef } from 'react'
import { ApiError, messageOf } from '@/api/errors'
import type { ChangeSet } from '@/api/types'
import { offerUndo, say } from '@/components/ui/announce'
import { isTyping } from '@/lib/keys'
import { undoChange, undoLast } from './changes'
import { moneyChanged } from './transactions'

/** The frame undoes too, and does without the words of changes until then. */
function summaryOf(change: ChangeSet): Promise<string> {
  return import('@/lib/retold').then(
    ({ changeSummary }) => changeSummary(change),
    () => change.summary,
  )
}

/** Undoes one change, or the latest; says what was undone and offers to do it again. `onUndone` learns by what change. */
export function useUndo(onUndone?: (change: number) => void): (change?: number) => void {
  const client = useQueryClient()
  return useCallback(
    function undo(change?: number): void {
      const asked: Promise<ChangeSet> = change === undefined ? undoLast() : undoChange(change)
      asked.then(
        (answer) => {
          const { id } = answer
          moneyChanged(client)
          // A very large change is taken back by a job, which is the answer then.
          if (!('summary' in answer)) return say({ message: t`It is being undone. You can go on; Jobs shows how far it is.` })
          onUndone?.(id)
          void summaryOf(answer).then((words) => offerUndo(words, () => undo(id)))
        },
        (error: unknown) => {
          const isNothing = error instanceof ApiError && error.status === 404
          say(isNothing ? { message: t`There is nothing to undo.` } : { title: t`Not undone`, message: messageOf(error), isBad: true })
        },
      )
    },
    [client, onUndone],
  )
}

/** Ctrl-Z (Cmd-Z) takes back the latest change, whatever page made it; with Shift, or Ctrl-Y, what was taken back is done again. */
export function useUndoKeys(): void {
  const undone = useRef<number | null>(null)
  const remember = useCallback((change: number) => {
    undone.current = change
  }, [])
  const undo = useUndo(remember)
  const redo = useUndo()
  const act = useEffectEvent((isAgain: boolean) => {
    if (!isAgain) return undo()
    if (undone.current === null) return say({ message: t`Nothing was undone here that could be done again.` })
    redo(undone.current)
    undone.current = null
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const key = event.key.toLowerCase()
      if (!(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y') || isTyping(event.target)) return
      event.preventDefault()
      act(key === 'y' || event.shiftKey)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
