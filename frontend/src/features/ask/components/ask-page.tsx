import { t } from '@lingui/core/macro'
import { ActionIcon, TextInput } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import type { Answer, PlanProposal } from '@/api/types'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { answerQuery } from '../api/ask'
import { AnswerView } from './answer-view'
import { Examples } from './examples'
import { Confirmed, ModelReading } from './model-reading'
import classes from './ask.module.css'

const LONGEST = 300
const FIRST = [
  t`How much did I spend last month?`,
  t`What was my biggest expense last month?`,
  t`Top 5 categories this year`,
  t`How much did I spend on groceries this month compared with last month?`,
  t`What subscriptions do I have?`,
  t`Wie viel habe ich letzten Monat für Lebensmittel ausgegeben?`,
]

interface AskPageProps {
  /** From the URL, so that Back leads to the question before. */
  question: string
  onAsk: (question: string) => void
}

export function AskPage({ question, onAsk }: AskPageProps) {
  const answer = useQuery(answerQuery(question))
  return (
    <div className={classes['page']}>
      <QuestionForm key={question} question={question} onAsk={onAsk} isBusy={answer.isFetching} />
      {question === '' ? <Examples title={t`For example`} questions={FIRST} onAsk={onAsk} /> : null}
      {answer.isLoading ? <RowSkeletons rows={3} height={44} /> : null}
      {answer.isError ? (
        <ErrorNote what={t`The question could not be answered`} error={answer.error} onRetry={() => void answer.refetch()} />
      ) : null}
      {answer.data ? <Answered key={question} answer={answer.data} onAsk={onAsk} /> : null}
    </div>
  )
}

interface AnsweredProps {
  answer: Answer
  onAsk: (question: string) => void
}

/** The answer or refusal, and where a language model may try, what it reads and the answer to that once confirmed. */
function Answered({ answer, onAsk }: AnsweredProps) {
  const [proposal, setProposal] = useState<PlanProposal | null>(null)
  if (proposal) return <Confirmed refused={answer} proposal={proposal} onAsk={onAsk} />
  return (
    <>
      <AnswerView answer={answer} onAsk={onAsk} />
      {answer.can_be_read ? <ModelReading refused={answer} onConfirm={setProposal} /> : null}
    </>
  )
}

interface QuestionFormProps extends AskPageProps {
  isBusy: boolean
}

function QuestionForm({ question, onAsk, isBusy }: QuestionFormProps) {
  const [words, setWords] = useState(question)
  const asked = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (words.trim() !== '') onAsk(words.trim())
  }
  return (
    <form role="search" aria-label={t`Ask your money`} onSubmit={asked}>
      <TextInput
        size="md"
        label={t`Your question, in English or German`}
        placeholder={t`How much did I spend on groceries last month?`}
        description={t`Answered from your own transactions alone, and only where every word is understood.`}
        value={words}
        maxLength={LONGEST}
        autoFocus={question === ''}
        autoComplete="off"
        enterKeyHint="search"
        onChange={(event) => setWords(event.currentTarget.value)}
        rightSection={
          <ActionIcon type="submit" size={34} aria-label={t`Ask`} loading={isBusy} disabled={words.trim() === ''}>
            <IconArrowRight size={18} aria-hidden />
          </ActionIcon>
        }
        rightSectionWidth={44}
      />
    </form>
  )
}
