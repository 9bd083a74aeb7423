import { plural, t } from '@lingui/core/macro'
import { createContext, useContext } from 'react'
import { Figure } from '@/components/ui/figure'
import { factPeriodName, type Part, type ReportFact, type Sentence } from '../lib/document'

/** The report's facts by id, for the hints of its figures. */
export const FactsContext = createContext<ReadonlyMap<string, ReportFact>>(new Map())

interface FactFigureProps {
  id: string
  children: React.ReactNode
}

export function FactFigure({ id, children }: FactFigureProps) {
  const fact = useContext(FactsContext).get(id)
  const rows = fact ? fact.transactions.length : 0
  const inputs = fact ? fact.inputs.length : 0
  return (
    <Figure
      target={{ kind: 'fact', id }}
      hint={{
        formula: fact?.formula ?? t`Stored figure`,
        period: fact ? factPeriodName(fact) : '',
        rows: rows > 0 ? plural(rows, { one: '# transaction', other: '# transactions' }) : inputs > 0 ? t`from ${plural(inputs, { one: '# figure', other: '# figures' })}` : undefined,
      }}
    >
      {children}
    </Figure>
  )
}

/** A sentence of the report in which every figure opens its evidence. */
export function Words({ sentence }: { sentence: Sentence }) {
  return sentence.parts.map((part, index) => <PartWords key={index} part={part} />)
}

function PartWords({ part }: { part: Part }) {
  return part.fact ? <FactFigure id={part.fact}>{part.text}</FactFigure> : part.text
}
