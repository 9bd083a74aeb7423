import { t } from '@lingui/core/macro'
import { Drawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import type { EvidenceTarget } from '@/lib/evidence-target'
import { BudgetEvidence } from './budget-evidence'
import { FactEvidence } from './fact-evidence'
import { SummaryEvidence } from './summary-evidence'

interface EvidenceDrawerProps {
  isOpen: boolean
  target: EvidenceTarget
  onClose: () => void
}

/** What stands behind a figure: its definition, its rows and their running sum to exactly its value. */
export function EvidenceDrawer({ isOpen, target, onClose }: EvidenceDrawerProps) {
  const isPhone = useMediaQuery('(max-width: 48em)')
  const [title, setTitle] = useState('')
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      size={isPhone ? '100%' : 600}
      title={title || t`Evidence`}
      closeButtonProps={{ 'aria-label': t`Close the evidence` }}
    >
      {target.kind === 'fact' ? (
        <FactEvidence id={target.id} onTitle={setTitle} />
      ) : target.kind === 'budget' ? (
        <BudgetEvidence target={target} onTitle={setTitle} />
      ) : (
        <SummaryEvidence target={target} onTitle={setTitle} />
      )}
    </Drawer>
  )
}
