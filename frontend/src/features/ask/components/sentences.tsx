import { plural, t } from '@lingui/core/macro'
import type { Answer } from '@/api/types'
import { Figure } from '@/components/ui/figure'
import type { AnswerFact } from '../lib/answer'

type Sentence = Answer['sentences'][number]

interface SentenceProps {
  sentence: Sentence
  facts: ReadonlyMap<string, AnswerFact>
}

/** A sentence in which every figure opens its evidence. */
export function SentenceWords({ sentence, facts }: SentenceProps) {
  return sentence.parts.map((part, index) =>
    part.is_figure ? (
      <AskedFigure key={index} id={part.fact} facts={facts}>
        {part.text}
      </AskedFigure>
    ) : (
      <span key={index}>{part.text}</span>
    ),
  )
}

export function AskedFigure({ id, facts, children }: { id: string; facts: ReadonlyMap<string, AnswerFact>; children: React.ReactNode }) {
  const fact = facts.get(id)
  const rows = fact && fact.transaction_count > 0 ? plural(fact.transaction_count, { one: '# transaction', other: '# transactions' }) : undefined
  return (
    <Figure target={{ kind: 'fact', id }} hint={{ formula: fact?.label ?? t`Stored figure`, rows }}>
      {children}
    </Figure>
  )
}
