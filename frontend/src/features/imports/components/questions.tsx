import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Radio, Text } from '@mantine/core'
import { useState } from 'react'
import type { ImportQuestion, StatementImport } from '@/api/types'
import { optionWords, questionWords } from '../lib/reader-words'
import type { Reading } from '../api/use-reading'
import { answerOf } from '../lib/overrides'
import classes from './questions.module.css'

interface QuestionsProps {
  run: StatementImport
  reading: Reading
}

interface Answered {
  question: ImportQuestion
  value: string
}

/** What the file leaves open, in plain words. An answer reads the file again at once; an answered one can be changed. */
export function Questions({ run, reading }: QuestionsProps) {
  const [answered, setAnswered] = useState<Answered[]>([])
  const answer = (question: ImportQuestion, value: string): void => {
    const label = answerWords(question, value)
    if (question.code === 'account') reading.change({ account: accountOf(value) }, label)
    else {
      const overrides = answerOf(reading.instructions.overrides, run.columns, question.code, value)
      if (!overrides) return
      reading.change({ overrides }, t`Answered: ${label}`)
    }
    setAnswered((known) => [...known.filter((one) => one.question.code !== question.code), { question, value }])
  }
  const open = run.questions.filter(({ code }) => !answered.some(({ question }) => question.code === code && reading.isReading))
  const settled = answered.filter(({ question }) => !open.some(({ code }) => code === question.code))
  if (open.length === 0 && settled.length === 0) return null
  return (
    <div className={classes['questions']}>
      {settled.map(({ question, value }) => (
        <Settled
          key={question.code}
          question={question}
          value={value}
          onChange={(next) => answer(question, next)}
        />
      ))}
      {open.map((question) => (
        <Open key={question.code} question={question} onAnswer={(value) => answer(question, value)} />
      ))}
    </div>
  )
}

/** What was answered, as its option says it. */
function answerWords({ options }: ImportQuestion, value: string): string {
  return optionWords(options.find((option) => option.value === value)?.label ?? value)
}

/** The options of the question where the lines go: an account's number, "new", or nothing for as the file says. */
function accountOf(value: string): number | 'new' | null {
  if (value === 'new') return 'new'
  return value === '' ? null : Number(value)
}

function Open({ question, onAnswer }: { question: ImportQuestion; onAnswer: (value: string) => void }) {
  return (
    <Radio.Group
      className={classes['question'] ?? ''}
      label={questionWords(question.message)}
      value={null}
      onChange={onAnswer}
      classNames={{ label: classes['message'] ?? '' }}
    >
      <div className={classes['options']}>
        {question.options.map(({ value, label }) => (
          <Radio.Card key={value} value={value} className={classes['option'] ?? ''} aria-label={optionWords(label)}>
            <Radio.Indicator aria-hidden />
            <span className={classes['label']}>
              {optionWords(label)}
              {value === question.assumed ? <span className={classes['assumed']}><Trans>shown below so far</Trans></span> : null}
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  )
}

interface SettledProps {
  question: ImportQuestion
  value: string
  onChange: (value: string) => void
}

function Settled({ question, value, onChange }: SettledProps) {
  const [isChanging, setChanging] = useState(false)
  const label = answerWords(question, value)
  if (isChanging)
    return (
      <Open
        question={{ ...question, assumed: value }}
        onAnswer={(next) => {
          setChanging(false)
          if (next !== value) onChange(next)
        }}
      />
    )
  return (
    <div className={classes['settled']}>
      <span className={classes['solid']} aria-hidden />
      <Text span size="sm">
        <span className={classes['asked']}>{questionWords(question.message)}</span> <strong>{label}</strong>
      </Text>
      <Button size="compact-sm" variant="subtle" onClick={() => setChanging(true)} aria-label={t`Change the answer: ${label}`}>
        <Trans context="a button">Change</Trans>
      </Button>
    </div>
  )
}
