import { useEffect, useEffectEvent } from 'react'
import { isTyping } from '@/lib/keys'

interface ReviewKeys {
  onNumber: (number: number) => void
  onAccept: () => void
  onSkip: () => void
  onUndo: () => void
  onSearch: () => void
  onAlike: () => void
}

/** 1 to 9 choose, Enter accepts, s skips, u undoes, c looks for another category, a takes the others along. */
export function useReviewKeys(keys: ReviewKeys): void {
  const act = useEffectEvent((event: KeyboardEvent): boolean => {
    const key = event.key.toLowerCase()
    if (/^[1-9]$/u.test(key)) keys.onNumber(Number(key))
    else if (key === 's') keys.onSkip()
    else if (key === 'u') keys.onUndo()
    else if (key === 'c') keys.onSearch()
    else if (key === 'a') keys.onAlike()
    else if (key === 'enter' && !isOnControl(event.target)) keys.onAccept()
    else return false
    return true
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.repeat || isTyping(event.target)) return
      if (act(event)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

function isOnControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('button, a') !== null
}
