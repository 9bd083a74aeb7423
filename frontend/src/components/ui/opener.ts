import { useId, useState, type SyntheticEvent } from 'react'

/** What a button needs that opens something beside itself. */
export interface OpenerButton {
  id: string
  'aria-haspopup': 'dialog' | 'menu'
  'aria-expanded': boolean
  'aria-controls': string | undefined
  onClick: (event: SyntheticEvent<HTMLElement>) => void
  onMouseEnter: (event: SyntheticEvent<HTMLElement>) => void
  onFocus: (event: SyntheticEvent<HTMLElement>) => void
}

/** What is opened: beside which element, once one has reached for it. */
export interface Opened {
  at: HTMLElement
  /** Of its button; Mantine derives the id of what opens from it. */
  id: string
  isOpen: boolean
  onChange: (isOpen: boolean) => void
}

/** A button and what it opens, whose program is fetched when one reaches for the button. */
export function useOpener(kind: 'dialog' | 'menu', onIntent?: () => void): { button: OpenerButton; opened: Opened | null } {
  const id = useId()
  const [at, setAt] = useState<HTMLElement | null>(null)
  const [isOpen, setOpen] = useState(false)
  const reach = ({ currentTarget }: SyntheticEvent<HTMLElement>): void => {
    setAt(currentTarget)
    onIntent?.()
  }
  return {
    button: {
      id,
      'aria-haspopup': kind,
      'aria-expanded': isOpen,
      'aria-controls': isOpen ? `${id}-dropdown` : undefined,
      onMouseEnter: reach,
      onFocus: reach,
      onClick: (event) => {
        reach(event)
        setOpen(!isOpen)
      },
    },
    opened: at ? { at, id, isOpen, onChange: setOpen } : null,
  }
}
