import { Suspense, type ReactNode } from 'react'
import { later } from '@/lib/later'
import { useOpener, type OpenerButton } from './opener'

export const PopupBody = later(() => import('./popup-body').then((module) => module.PopupBody))

interface PopupProps {
  /** The name of what opens. */
  label: string
  position: 'bottom-start' | 'bottom-end' | 'top-start'
  width: number
  button: (props: OpenerButton) => ReactNode
  /** More that opening it needs, fetched with it. */
  onIntent?: () => void
  children: (close: () => void) => ReactNode
}

/** A small dialog beside its button: takes the focus, gives it back. */
export function Popup({ label, position, width, button: drawn, onIntent, children }: PopupProps) {
  const { button, opened } = useOpener('dialog', onIntent)
  return (
    <>
      {drawn(button)}
      {opened ? (
        <Suspense>
          <PopupBody {...opened} position={position} width={width} label={label}>
            {children(() => opened.onChange(false))}
          </PopupBody>
        </Suspense>
      ) : null}
    </>
  )
}
