import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconPin, IconPinFilled } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Answer } from '@/api/types'
import { Note } from '@/components/ui/notes'
import { pinsQuery, usePinning } from '../api/ask'
import { factsById, readAs } from '../lib/answer'
import { AnswerItems, AnswerLines } from './answer-lines'
import { AnswerRows } from './answer-rows'
import { Examples } from './examples'
import { SentenceWords } from './sentences'
import classes from './ask.module.css'

interface AnswerViewProps {
  answer: Answer
  onAsk: (question: string) => void
}

export function AnswerView({ answer, onAsk }: AnswerViewProps) {
  if (!answer.answered) return <RefusalView answer={answer} onAsk={onAsk} />
  const facts = factsById(answer)
  const read = readAs(answer)
  return (
    <div className={classes['answer']}>
      <div aria-live="polite" lang={answer.language}>
        {answer.sentences.map((sentence, index) => (
          <p key={index} className={classes['lead']}>
            <SentenceWords sentence={sentence} facts={facts} />
          </p>
        ))}
      </div>
      {read ? <Note><Trans>I read {read}.</Trans></Note> : null}
      <div className={classes['plan']}>
        <p className={classes['detail']} lang={answer.language}>
          {answer.plan_words}
        </p>
        <PinButton answer={answer} />
      </div>
      {answer.items.length > 0 ? <AnswerItems items={answer.items} facts={facts} /> : null}
      {answer.figures.map((figures) =>
        figures.lines.length > 0 ? <AnswerLines key={figures.currency} figures={figures} facts={facts} /> : null,
      )}
      <AnswerRows rows={answer.rows} />
    </div>
  )
}

function PinButton({ answer }: { answer: Answer }) {
  const pins = useQuery(pinsQuery)
  const { pin, unpin, isBusy } = usePinning()
  const pinned = pins.data?.find(({ question }) => question === answer.question)
  return (
    <Button
      variant="default"
      size="compact-sm"
      loading={isBusy}
      aria-pressed={pinned !== undefined}
      leftSection={pinned ? <IconPinFilled size={16} aria-hidden /> : <IconPin size={16} aria-hidden />}
      onClick={() => (pinned ? unpin(pinned) : pin(answer))}
    >
      {pinned ? t`Unpin` : t`Pin to the overview`}
    </Button>
  )
}

/** Nothing is guessed: why there is no answer, and what can be asked instead. */
function RefusalView({ answer, onAsk }: AnswerViewProps) {
  return (
    <div className={classes['answer']} aria-live="polite" lang={answer.language}>
      <p className={classes['lead']}>{answer.message}</p>
      <Examples title={answer.language === 'de' ? t`Das kann ich beantworten` : t`What I can answer`} questions={answer.examples} onAsk={onAsk} />
    </div>
  )
}
