import { createContext, useContext, useEffect, useId } from 'react'

type Tell = (who: string, holds: boolean) => void

interface Guard {
  unsaved: Tell
  nested: Tell
}

const nothing = (): void => undefined

/** Set by a drawer; what is inside says through it why the drawer must not close just now. */
export const GuardContext = createContext<Guard>({ unsaved: nothing, nested: nothing })

/** Says that closing would lose something that was typed here. */
export function useUnsaved(isUnsaved: boolean): void {
  const who = useId()
  const { unsaved } = useContext(GuardContext)
  useEffect(() => {
    unsaved(who, isUnsaved)
    return () => unsaved(who, false)
  }, [who, unsaved, isUnsaved])
}

/** Says that a dialog is open over the drawer: Escape is meant for that one. */
export function useNestedDialog(isOpen: boolean): void {
  const who = useId()
  const { nested } = useContext(GuardContext)
  useEffect(() => {
    if (!isOpen) return
    nested(who, true)
    // The same Escape that closes the dialog reaches the drawer too, before or after; only the next one is for the drawer.
    return () => void setTimeout(() => nested(who, false), 0)
  }, [who, nested, isOpen])
}
