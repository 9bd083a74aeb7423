import { UnstyledButton } from '@mantine/core'
import { Section } from '@/components/ui/section'
import classes from './ask.module.css'

interface ExamplesProps {
  title: string
  questions: readonly string[]
  onAsk: (question: string) => void
}

/** Questions to press. */
export function Examples({ title, questions, onAsk }: ExamplesProps) {
  if (questions.length === 0) return null
  return (
    <Section title={title}>
      <ul className={classes['examples']}>
        {questions.map((question) => (
          <li key={question}>
            <UnstyledButton className={classes['example']} onClick={() => onAsk(question)}>
              {question}
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Section>
  )
}
