import { cloneElement, Suspense, useEffect, useId, useState, type FocusEvent, type HTMLAttributes, type PointerEvent, type ReactElement, type ReactNode } from 'react'
import { later } from '@/lib/later'

export const HintBubble = later(() => import('./hint-bubble').then((module) => module.HintBubble))

/** How long one points at something before it is explained. */
const POINTED_MS = 250

interface HintProps {
  label: ReactNode
  /** In pixels. */
  width?: number
  isOff?: boolean
  children: ReactElement<HTMLAttributes<HTMLElement>>
}

/** Words beside what is pointed at or reached by Tab. What draws them is fetched by the first that is. */
export function Hint({ label, width, isOff = false, children }: HintProps) {
  const id = useId()
  const [at, setAt] = useState<HTMLElement | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [wait, setWait] = useState<number | null>(null)
  const hide = (): void => {
    setWait(null)
    setOpen(false)
  }
  const show = (target: HTMLElement, after: number): void => {
    if (isOff) return
    setAt(target)
    setWait(after)
  }
  useEffect(() => {
    if (wait === null) return
    const timer = setTimeout(() => setOpen(true), wait)
    return () => clearTimeout(timer)
  }, [wait])
  useEffect(() => {
    if (!isOpen) return
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') setOpen(false)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [isOpen])
  return (
    <>
      {cloneElement(children, {
        'aria-describedby': isOpen ? id : undefined,
        onPointerEnter: ({ currentTarget, pointerType }: PointerEvent<HTMLElement>) => {
          if (pointerType !== 'touch') show(currentTarget, POINTED_MS)
        },
        onPointerLeave: hide,
        onFocus: ({ currentTarget }: FocusEvent<HTMLElement>) => {
          if (currentTarget.matches(':focus-visible')) show(currentTarget, 0)
        },
        onBlur: hide,
        onPointerDown: hide,
      })}
      {at ? (
        <Suspense>
          <HintBubble at={at} id={id} isOpen={isOpen && !isOff} label={label} width={width} />
        </Suspense>
      ) : null}
    </>
  )
}
