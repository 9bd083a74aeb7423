import { Popover } from '@mantine/core'
import type { ReactNode } from 'react'
import { useOpenedAfter } from '@/lib/later'
import { AnchorAt } from './anchor-at'
import type { Opened } from './opener'

export interface PopupBodyProps extends Opened {
  position: 'bottom-start' | 'bottom-end' | 'top-start'
  /** In pixels. */
  width: number
  label: string
  children: ReactNode
}

export function PopupBody({ at, id, isOpen, onChange, position, width, label, children }: PopupBodyProps) {
  return (
    <Popover
      id={id}
      opened={useOpenedAfter(isOpen)}
      onChange={onChange}
      position={position}
      width={width}
      trapFocus
      returnFocus
      shadow="md"
      withinPortal
    >
      <Popover.Target>
        <AnchorAt at={at} />
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>{children}</Popover.Dropdown>
    </Popover>
  )
}
