import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Collapse, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { Advice } from '@/api/types'
import { FactList, LinkedText } from '@/components/ui/facts'
import { sureWords } from '@/lib/sure-words'
import { listed } from '@/lib/words'
import type { AdviceAnswer } from '../api/advice'
import { effortWords, REASONS } from '../lib/advice-words'
import classes from './advice.module.css'
import { Assumptions } from './assumptions'
import { Gain } from './gain'

interface AdvicePieceProps {
  advice: Advice
  onAnswer: (answer: AdviceAnswer) => void
}

/** One thing to do: what, why and how, what a year of it could bring, and how sure that is. */
export function AdvicePiece({ advice, onAnswer }: AdvicePieceProps) {
  const { title, what, why, how, facts, effort, confidence, rank } = advice
  const name = useId()
  return (
    <article className={classes['piece']} aria-labelledby={name}>
      <span className={classes['rank']} aria-hidden>
        {rank}
      </span>
      <div className={classes['body']}>
        <h2 id={name} className={classes['title']}>
          {title}
        </h2>
        <p className={classes['what']}>
          <LinkedText text={what} facts={facts} />
        </p>
        <dl className={classes['reasons']}>
          <dt><Trans>Why</Trans></dt>
          <dd>
            <LinkedText text={why} facts={facts} />
          </dd>
          <dt><Trans>How</Trans></dt>
          <dd>
            <LinkedText text={how} facts={facts} />
          </dd>
        </dl>
        <Deeds onAnswer={onAnswer} advice={advice} />
        <Behind advice={advice} />
      </div>
      <div className={classes['side']}>
        <Gain advice={advice} />
        <span>{[effortWords(effort), sureWords(confidence)].filter(Boolean).join(' · ')}</span>
      </div>
    </article>
  )
}

function Deeds({ advice: { title, what_if: changes }, onAnswer }: AdvicePieceProps) {
  return (
    <div className={classes['deeds']}>
      <Button size="sm" aria-label={t`I will do it: ${title}`} onClick={() => onAnswer({ kind: 'accept' })}>
        <Trans>I will do it</Trans>
      </Button>
      <Button size="sm" variant="default" aria-label={t`Done: ${title}`} onClick={() => onAnswer({ kind: 'done' })}>
        <Trans context="a piece of advice">Done</Trans>
      </Button>
      {changes.length > 0 ? (
        <Button
          size="sm"
          variant="default"
          renderRoot={(props) => <Link {...props} to="/plan/what-if" search={{ try: JSON.stringify(changes) }} aria-label={t`Try it first: ${title}`} />}
        >
          <Trans>Try it first</Trans>
        </Button>
      ) : null}
      <NotForMe title={title} onAnswer={onAnswer} />
    </div>
  )
}

export function NotForMe({ title, onAnswer }: { title: string; onAnswer: (answer: AdviceAnswer) => void }) {
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>
        <Button size="sm" variant="subtle" rightSection={<IconChevronDown size={14} aria-hidden />} aria-label={t`Not for me: ${title}`}>
          <Trans>Not for me</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label><Trans>It then rests for half a year. Why?</Trans></Menu.Label>
        {(Object.keys(REASONS) as (keyof typeof REASONS)[]).map((reason) => (
          <Menu.Item key={reason} onClick={() => onAnswer({ kind: 'dismiss', reason })}>
            {REASONS[reason].ask}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** Figures and assumptions, folded away until they are asked for. */
function Behind({ advice }: { advice: Advice }) {
  const { facts, assumptions } = advice
  // A piece that waits for a word of yours shows where to say it.
  const [isOpen, setOpen] = useState(() => assumptions.some(({ value, is_editable: isEditable }) => isEditable && value === ''))
  const panel = useId()
  if (facts.length === 0 && assumptions.length === 0) return null
  const parts = [
    ...(facts.length > 0 ? [plural(new Set(facts.map(({ id }) => id)).size, { one: '# figure', other: '# figures' })] : []),
    ...(assumptions.length > 0 ? [plural(assumptions.length, { one: '# assumption', other: '# assumptions' })] : []),
  ]
  return (
    <div>
      <button type="button" className={classes['fold']} aria-expanded={isOpen} aria-controls={panel} onClick={() => setOpen(!isOpen)}>
        <IconChevronDown size={14} aria-hidden className={classes['chevron']} />
        <Trans>What it rests on: {listed(parts)}</Trans>
      </button>
      <Collapse expanded={isOpen} id={panel}>
        <div className={classes['behind']}>
          {assumptions.length > 0 ? <Assumptions advice={advice} /> : null}
          <FactList facts={facts} />
        </div>
      </Collapse>
    </div>
  )
}
