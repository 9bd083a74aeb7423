import { useNavigate } from '@tanstack/react-router'
import { Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { isTyping } from '@/lib/keys'
import { REACHED } from './navigation'
import { CommandPalette, KeysList } from './parts'
import { useShellActions } from './shell-actions'

/** Longest pause between the two keys of "g o". */
const CHORD_MS = 1200

interface ShortcutsProps {
  /** How often the palette was asked for. */
  searches: number
  /** Whether what opens is put in its place, closed, before it is asked for. */
  isReady: boolean
}

export function Shortcuts({ searches, isReady }: ShortcutsProps) {
  const [isHelpOpen, setHelpOpen] = useState(false)
  const navigate = useNavigate()
  const { openSearch } = useShellActions()
  const lastG = useRef(0)
  const showKeys = useCallback(() => setHelpOpen(true), [])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (isTyping(event.target) || event.altKey) return
      if (event.ctrlKey || event.metaKey) {
        if (event.key.toLowerCase() !== 'k' || event.shiftKey) return
        event.preventDefault()
        return openSearch()
      }
      if (event.key === '?') setHelpOpen(true)
      if (event.key === 'g') lastG.current = event.timeStamp
      const destination = REACHED.find(({ key }) => key === event.key)
      if (!destination || event.timeStamp - lastG.current > CHORD_MS || lastG.current === 0) return
      lastG.current = 0
      event.preventDefault()
      void navigate({ to: destination.to })
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [navigate, openSearch])
  return (
    <>
      <Suspense>{isReady || searches > 0 ? <CommandPalette searches={searches} onShowKeys={showKeys} /> : null}</Suspense>
      <Suspense>{isReady || isHelpOpen ? <KeysList isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} /> : null}</Suspense>
    </>
  )
}
