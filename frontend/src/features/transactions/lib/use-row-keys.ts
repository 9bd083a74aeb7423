import { useEffect } from 'react'
import { isTyping } from '@/lib/keys'

interface RowKeys {
  current: number | null
  /** One row on (1) or back (-1). */
  onStep: (step: 1 | -1) => void
  onOpen: (id: number) => void
  onCategory: (id: number) => void
}

/** The row one step from the given one; stays inside the list and starts at its top. */
export function neighbour(ids: readonly number[], current: number | null, step: 1 | -1): number | null {
  const at = current === null ? -1 : ids.indexOf(current)
  return ids[Math.max(0, Math.min(ids.length - 1, at + step))] ?? null
}

/** j and k walk over the rows, Enter opens one, c chooses its category. */
export function useRowKeys({ current, onStep, onOpen, onCategory }: RowKeys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (event.key === 'j') onStep(1)
      if (event.key === 'k') onStep(-1)
      if (current === null) return
      if (event.key === 'c') {
        event.preventDefault()
        onCategory(current)
      }
      const isOnControl = event.target instanceof HTMLElement && event.target.closest('button, a') !== null
      if (event.key === 'Enter' && !isOnControl) onOpen(current)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [current, onStep, onOpen, onCategory])
}
