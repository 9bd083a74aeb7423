import type { ReactNode } from 'react'
import figure from '@/components/ui/figure.module.css'
import { Hint } from '@/components/ui/hint'

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
    <Hint label={hint}>
      <button type="button" className={figure['figure']} aria-haspopup="dialog" onClick={onOpen}>
        {children}
      </button>
    </Hint>
  )
}
