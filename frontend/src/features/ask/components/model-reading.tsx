import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Answer, PlanProposal } from '@/api/types'
import { ErrorNote, Note, RowSkeletons } from '@/components/ui/notes'
import { confirmedQuery, readingQuery } from '../api/ask'
import { AnswerView } from './answer-view'
import classes from './ask.module.css'

interface ModelReadingProps {
  refused: Answer
  onConfirm: (proposal: PlanProposal) => void
}

/** What the user's language model takes the question for: words to confirm, never a figure. */
export function ModelReading({ refused, onConfirm }: ModelReadingProps) {
  const reading = useQuery(readingQuery(refused.question))
  if (reading.isPending) return <Note><Trans>Your language model is reading the question.</Trans></Note>
  const proposal = reading.data?.proposal
  if (!proposal) return <Note><Trans>Your language model could not read it either.</Trans></Note>
  return (
    <section className={classes['proposal']} aria-label={t`What your language model reads`}>
      <p className={classes['detail']}><Trans>{proposal.model} takes this for the question below. It can be wrong: answer it only if it is yours.</Trans></p>
      <p className={classes['lead']} lang={refused.language}>
        {proposal.words}
      </p>
      <Button size="compact-sm" variant="default" onClick={() => onConfirm(proposal)}>
        <Trans>Answer this</Trans>
      </Button>
    </section>
  )
}

interface ConfirmedProps {
  refused: Answer
  proposal: PlanProposal
  onAsk: (question: string) => void
}

/** The confirmed plan, carried out here like any other. */
export function Confirmed({ refused, proposal, onAsk }: ConfirmedProps) {
  const answer = useQuery(confirmedQuery(refused.question, refused.language, proposal.plan))
  if (answer.isPending) return <RowSkeletons rows={3} height={44} />
  if (answer.isError) {
    return <ErrorNote what={t`The question could not be answered`} error={answer.error} onRetry={() => void answer.refetch()} />
  }
  return (
    <>
      <Note><Trans>The language model {proposal.model} read the question, and you confirmed its reading. It computed nothing.</Trans></Note>
      <AnswerView answer={answer.data} onAsk={onAsk} />
    </>
  )
}
