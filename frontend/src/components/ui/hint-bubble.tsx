import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import { useOpenedAfter } from '@/lib/later'

export interface HintBubbleProps {
  at: HTMLElement
  /** Of the words, for the element's description. */
  id: string
  isOpen: boolean
  label: ReactNode
  width?: number | undefined
}

export function HintBubble({ at, id, isOpen, label, width }: HintBubbleProps) {
  return (
    <Tooltip target={at} opened={useOpenedAfter(isOpen)} label={<span id={id}>{label}</span>} {...(width ? { maw: width } : {})} />
  )
}
