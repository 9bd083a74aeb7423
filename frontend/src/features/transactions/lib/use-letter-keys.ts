import { useEffect, useEffectEvent } from 'react'
import { isTyping } from '@/lib/keys'

/** The pause after "g" in which the next letter is a destination ("g s"), as the frame has it. */
const CHORD_MS = 1200

/** Single letters that do something on this page; not while a field or a dialog has the focus. */
export function useLetterKeys(keys: Record<string, () => void>): void {
  const act = useEffectEvent((key: string): boolean => {
    const deed = keys[key]
    deed?.()
    return deed !== undefined
  })
  useEffect(() => {
    let lastG = -Infinity
    const onKey = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.repeat || isTyping(event.target)) return
      if (event.key === 'g') lastG = event.timeStamp
      else if (event.timeStamp - lastG > CHORD_MS && act(event.key)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
