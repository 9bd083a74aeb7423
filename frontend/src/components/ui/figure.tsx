import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { EvidenceTarget } from '@/lib/evidence-target'
import { useOpenEvidence } from './evidence-context'
import classes from './figure.module.css'
import { Hint } from './hint'

export interface FigureHint {
  formula: string
  period?: string | undefined
  rows?: string | undefined
  /** Set when what the figure was computed from has changed since. */
  isStale?: boolean | undefined
}

interface FigureProps {
  target: EvidenceTarget
  hint: FigureHint
  children: ReactNode
}

function HintText({ hint }: { hint: FigureHint }) {
  return (
    <span className={classes['hint']}>
      <span className={classes['formula']}>{hint.formula}</span>
      {hint.period ? <span>{hint.period}</span> : null}
      {hint.rows ? <span>{hint.rows}</span> : null}
      {hint.isStale ? <span><Trans>Out of date: what it stands on has changed</Trans></span> : null}
    </span>
  )
}

/** A figure that the product computed: finely underlined, explained on hover and focus, opened by click or Enter. */
export function Figure({ target, hint, children }: FigureProps) {
  const open = useOpenEvidence()
  return (
    <Hint label={<HintText hint={hint} />}>
      <button
        type="button"
        className={classes['figure']}
        data-stale={hint.isStale === true || undefined}
        aria-haspopup="dialog"
        onClick={() => open(target)}
      >
        {children}
      </button>
    </Hint>
  )
}
