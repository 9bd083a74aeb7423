import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Button, Kbd, Text, VisuallyHidden } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useEffect, useEffectEvent, type ReactNode } from 'react'
import type { DuplicateReview } from '@/api/types'
import { Money } from '@/components/ui/money'
import { isTyping } from '@/lib/keys'
import { dayName } from '@/lib/period'
import { retold } from '@/lib/retold'
import type { Answer } from '../api/reviews'
import { wordParts } from '../lib/word-parts'
import classes from './reviews.module.css'

interface ReviewPairProps {
  review: DuplicateReview
  hasMore: boolean
  onAnswer: (answer: Answer) => void
  onStep: (by: number) => void
}

/** The new row beside the one that was there, with what differs standing out. */
export function ReviewPair({ review, hasMore, onAnswer, onStep }: ReviewPairProps) {
  useAnswerKeys({ onAnswer, onStep })
  const { new: fresh, existing } = review
  if (!fresh || !existing) return <Gone onAnswer={onAnswer} />
  return (
    <div className={classes['pair']}>
      <Text>{retold(review.reason)}</Text>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden><Trans>What</Trans></VisuallyHidden>
            </th>
            <th scope="col"><Trans>New</Trans>{place(fresh)}</th>
            <th scope="col"><Trans>Already there</Trans>{place(existing)}</th>
          </tr>
        </thead>
        <tbody>
          <Compared
            name={t`Booked`}
            differs={fresh.booking_date !== existing.booking_date}
            sides={[dayName(fresh.booking_date, 'medium'), dayName(existing.booking_date, 'medium')]}
          />
          <Compared
            name={t`Amount`}
            differs={fresh.amount !== existing.amount || fresh.currency !== existing.currency}
            sides={[
              <Money key="new" amount={fresh.amount} currency={fresh.currency} sign="always" />,
              <Money key="old" amount={existing.amount} currency={existing.currency} sign="always" />,
            ]}
          />
          <ComparedWords name={t`Who`} sides={[fresh.counterparty, existing.counterparty]} />
          <ComparedWords name={t`Text`} sides={[fresh.description, existing.description]} />
        </tbody>
      </table>
      <div className={classes['actions']}>
        <Button data-answer="same" onClick={() => onAnswer('same')}>
          <Trans>Same: keep one</Trans>
        </Button>
        <Button data-answer="different" variant="default" onClick={() => onAnswer('different')}>
          <Trans>Different: keep both</Trans>
        </Button>
        {hasMore ? (
          <>
            <ActionIcon variant="subtle" size={36} aria-label={t`Pair before`} onClick={() => onStep(-1)}>
              <IconChevronLeft size={18} />
            </ActionIcon>
            <ActionIcon variant="subtle" size={36} aria-label={t`Next pair`} onClick={() => onStep(1)}>
              <IconChevronRight size={18} />
            </ActionIcon>
          </>
        ) : null}
        <span className={classes['keys']}>
          <Trans><Kbd size="xs">s</Kbd> same, <Kbd size="xs">d</Kbd> different, <Kbd size="xs">←</Kbd> <Kbd size="xs">→</Kbd> walk</Trans>
        </span>
      </div>
    </div>
  )
}

type Side = NonNullable<DuplicateReview['new']>

/** Where a row stands: its line and file, or that a person typed it. */
function place({ line, file_name: file }: Side) {
  const words = line === null ? t`added by hand` : file ? t`line ${line} of ${file}` : t`line ${line}`
  return <span className={classes['place']}>{words}</span>
}

/** One of the two is not there any more, so nothing is left to compare. */
function Gone({ onAnswer }: Pick<ReviewPairProps, 'onAnswer'>) {
  return (
    <div className={classes['pair']}>
      <Text><Trans>One of the two rows was removed since. There is nothing left to decide.</Trans></Text>
      <div className={classes['actions']}>
        <Button variant="default" onClick={() => onAnswer('different')}>
          <Trans>Put it away</Trans>
        </Button>
      </div>
    </div>
  )
}

interface ComparedProps {
  name: string
  differs: boolean
  sides: readonly [ReactNode, ReactNode]
}

function Compared({ name, differs, sides }: ComparedProps) {
  return (
    <tr data-differs={differs || undefined}>
      <th scope="row">{name}</th>
      {sides.map((side, index) => (
        <td key={index}>{differs ? <mark>{side}</mark> : side}</td>
      ))}
    </tr>
  )
}

/** Texts differ word by word. */
function ComparedWords({ name, sides: [fresh, existing] }: { name: string; sides: readonly [string, string] }) {
  if (fresh === '' && existing === '') return null
  const sides = [wordParts(fresh, existing), wordParts(existing, fresh)]
  return (
    <tr data-differs={fresh !== existing || undefined}>
      <th scope="row">{name}</th>
      {sides.map((parts, index) => (
        <td key={index}>
          {parts.map(({ text, isOwn }, part) => (isOwn ? <mark key={part}>{text}</mark> : <span key={part}>{text}</span>))}
          {parts.length === 0 ? t`none` : null}
        </td>
      ))}
    </tr>
  )
}

/** The pause after "g" in which the next letter is a destination ("g s"), as the frame has it. */
const CHORD_MS = 1200

/** s and d answer, the arrows walk; not while a field, a dialog or the cards above have the focus. */
function useAnswerKeys({ onAnswer, onStep }: Pick<ReviewPairProps, 'onAnswer' | 'onStep'>): void {
  const act = useEffectEvent((key: string) => {
    if (key === 's') onAnswer('same')
    if (key === 'd') onAnswer('different')
    if (key === 'ArrowLeft') onStep(-1)
    if (key === 'ArrowRight') onStep(1)
  })
  useEffect(() => {
    let lastG = -Infinity
    const onKey = (event: KeyboardEvent): void => {
      const isElsewhere = event.target instanceof HTMLElement && event.target.closest('article, [role=menu], [role=region]') !== null
      if (event.ctrlKey || event.metaKey || event.altKey || isElsewhere || isTyping(event.target)) return
      if (event.key === 'g') lastG = event.timeStamp
      else if (event.timeStamp - lastG > CHORD_MS) act(event.key)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
