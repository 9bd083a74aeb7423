import { Suspense, useId, useState, type ReactNode, type SyntheticEvent } from 'react'
import { later } from '@/lib/later'

export const PopupBody = later(() => import('./popup-body').then((module) => module.PopupBody))

/** What the button needs that opens it. */
export interface PopupButton {
  id: string
  'aria-haspopup': 'dialog'
  'aria-expanded': boolean
  'aria-controls': string | undefined
  onClick: (event: SyntheticEvent<HTMLElement>) => void
  onMouseEnter: (event: SyntheticEvent<HTMLElement>) => void
  onFocus: (event: SyntheticEvent<HTMLElement>) => void
}

interface PopupProps {
  /** The name of what opens. */
  label: string
  position: 'bottom-start' | 'bottom-end' | 'top-start'
  width: number
  button: (props: PopupButton) => ReactNode
  /** More that opening it needs, fetched with it. */
  onIntent?: () => void
  children: (close: () => void) => ReactNode
}

/** A small dialog beside its button: takes the focus, gives it back. Its program is fetched when one reaches for the button. */
export function Popup({ label, position, width, button, onIntent, children }: PopupProps) {
  const id = useId()
  const [at, setAt] = useState<HTMLElement | null>(null)
  const [isOpen, setOpen] = useState(false)
  const reach = ({ currentTarget }: SyntheticEvent<HTMLElement>): void => {
    setAt(currentTarget)
    onIntent?.()
  }
  return (
    <>
      {button({
        id,
        'aria-haspopup': 'dialog',
        'aria-expanded': isOpen,
        'aria-controls': isOpen ? `${id}-dropdown` : undefined,
        onMouseEnter: reach,
        onFocus: reach,
        onClick: (event) => {
          reach(event)
          setOpen(!isOpen)
        },
      })}
      {at ? (
        <Suspense>
          <PopupBody at={at} id={id} isOpen={isOpen} onChange={setOpen} position={position} width={width} label={label}>
            {children(() => setOpen(false))}
          </PopupBody>
        </Suspense>
      ) : null}
    </>
  )
}
