import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import figure from '@/components/ui/figure.module.css'

interface ProvedProps {
  formula: string
  period: string
  rows?: string
  onOpen: () => void
  children: ReactNode
}

/** A figure with its evidence, as elsewhere in SpendWise; here the evidence is the lines of a file. */
export function Proved({ formula, period, rows, onOpen, children }: ProvedProps) {
  const hint = (
    <span className={figure['hint']}>
      <span className={figure['formula']}>{formula}</span>
      {period ? <span>{period}</span> : null}
      {rows ? <span>{rows}</span> : null}
    </span>
  )
  return (
    <Tooltip label={hint} events={{ hover: true, focus: true, touch: false }}>
      <button type="button" className={figure['figure']} aria-haspopup="dialog" onClick={onOpen}>
        {children}
      </button>
    </Tooltip>
  )
}
