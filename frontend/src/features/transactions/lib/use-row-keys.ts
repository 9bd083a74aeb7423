import { useEffect, useEffectEvent } from 'react'
import { isTyping } from '@/lib/keys'

interface RowKeys {
  current: number | null
  /** One row on (1) or back (-1); with Shift the selection goes along. */
  onStep: (step: 1 | -1, isExtending: boolean) => void
  onOpen: (id: number) => void
  onCategory: (id: number) => void
  onToggle: (id: number) => void
  onEdit: (id: number) => void
  onSelectAll: () => void
  onClear: () => void
}

/** The row one step from the given one; stays inside the list and starts at its top. */
export function neighbour(ids: readonly number[], current: number | null, step: 1 | -1): number | null {
  const at = current === null ? -1 : ids.indexOf(current)
  return ids[Math.max(0, Math.min(ids.length - 1, at + step))] ?? null
}

/**
 * j and k walk over the rows (with Shift they choose what they pass), x chooses one, Enter opens one, e edits it,
 * c chooses its category, Ctrl-A chooses all that the search finds, Escape lets go.
 */
export function useRowKeys(keys: RowKeys): void {
  const act = useEffectEvent((event: KeyboardEvent): boolean => {
    const { current } = keys
    const key = event.key.toLowerCase()
    if (event.ctrlKey || event.metaKey) {
      if (key !== 'a') return false
      keys.onSelectAll()
      return true
    }
    if (key === 'j' || key === 'k') keys.onStep(key === 'j' ? 1 : -1, event.shiftKey)
    else if (key === 'escape') keys.onClear()
    else if (current === null) return false
    else if (key === 'x') keys.onToggle(current)
    else if (key === 'e') keys.onEdit(current)
    else if (key === 'c') keys.onCategory(current)
    else if (key === 'enter' && !isOnControl(event.target)) keys.onOpen(current)
    else return false
    return key !== 'escape'
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.altKey || isTyping(event.target)) return
      if (act(event)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

function isOnControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('button, a') !== null
}
