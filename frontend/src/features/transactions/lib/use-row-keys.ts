import { useEffect } from 'react'
import { isTyping } from '@/lib/keys'

interface RowKeys {
  ids: readonly number[]
  current: number | null
  onMove: (id: number) => void
  onOpen: (id: number) => void
  onCategory: (id: number) => void
}

/** j and k walk over the rows, Enter opens one, c chooses its category. */
export function useRowKeys({ ids, current, onMove, onOpen, onCategory }: RowKeys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const at = current === null ? -1 : ids.indexOf(current)
      if (event.key === 'j' || event.key === 'k') {
        const next = ids[Math.max(0, Math.min(ids.length - 1, at + (event.key === 'j' ? 1 : -1)))]
        if (next !== undefined) {
          onMove(next)
          document.querySelector(`[data-row="${next}"]`)?.scrollIntoView({ block: 'nearest' })
        }
      }
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
  }, [ids, current, onMove, onOpen, onCategory])
}
