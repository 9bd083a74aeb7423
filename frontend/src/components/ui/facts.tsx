import type { ReactNode } from 'react'
import { formatFact } from '@/lib/fact-value'
import { linkedWords, type NamedFact } from '@/lib/linked-words'
import { Figure } from './figure'
import classes from './facts.module.css'

/** A stored figure that opens its evidence; shown as it is unless said otherwise. */
export function FactFigure({ fact, children }: { fact: NamedFact; children?: ReactNode }) {
  return (
    <Figure target={{ kind: 'fact', id: fact.id }} hint={{ formula: fact.label }}>
      {children ?? formatFact(fact.value, fact.unit)}
    </Figure>
  )
}

/** A sentence of the server in which every figure that is a stored fact opens its evidence. */
export function LinkedText({ text, facts }: { text: string; facts: readonly NamedFact[] }) {
  return linkedWords(text, facts).map((part, index) =>
    part.fact ? (
      <FactFigure key={index} fact={part.fact}>
        {part.text}
      </FactFigure>
    ) : (
      part.text
    ),
  )
}

/** All figures behind a finding, each once, with what it is called. */
export function FactList({ facts }: { facts: readonly NamedFact[] }) {
  const once = facts.filter(({ id }, index) => facts.findIndex((other) => other.id === id) === index)
  return (
    <dl className={classes['facts']}>
      {once.map((fact) => (
        <div key={fact.id} className={classes['fact']}>
          <dt>{fact.label}</dt>
          <dd>
            <FactFigure fact={fact} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
