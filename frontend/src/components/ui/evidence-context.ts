import { createContext, useContext } from 'react'
import type { EvidenceTarget } from '@/lib/evidence-target'

type OpenEvidence = (target: EvidenceTarget) => void

/** Set by the app, which keeps the open drawer in the URL; figures anywhere only say what they lead to. */
export const EvidenceContext = createContext<OpenEvidence>(() => undefined)

export function useOpenEvidence(): OpenEvidence {
  return useContext(EvidenceContext)
}
