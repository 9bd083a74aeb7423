import { Spoiler, Text } from '@mantine/core'
import type { StatementImport } from '@/api/types'
import { count, humanised } from '@/lib/words'
import classes from './problem-list.module.css'

type Problem = StatementImport['errors'][number]

/** What could not be read, with line and field; the rest of the file is not held up by it. */
export function ProblemList({ run }: { run: Pick<StatementImport, 'status' | 'errors' | 'lines_rejected'> }) {
  const isRefused = run.status === 'failed'
  if (run.errors.length === 0)
    return isRefused ? <Text c="var(--mantine-color-error)">This file could not be read. Nothing was kept.</Text> : null
  const ofFile = run.errors.every(({ line }) => line === null)
  return (
    <div role="alert">
      <Text size="sm" fw={560} c="var(--mantine-color-error)" mb={4}>
        {isRefused
          ? 'The file was refused. Nothing was kept.'
          : ofFile
            ? 'About the file as a whole:'
            : `${count(run.lines_rejected, 'line is', 'lines are')} left out; the others are not held up by that:`}
      </Text>
      <Rejected problems={run.errors} />
      {isRefused || ofFile ? null : (
        <Text size="sm" c="dimmed" mt={6}>
          Correct these lines in the file and drop it again, or add them by hand. What is there already is not booked twice.
        </Text>
      )}
    </div>
  )
}

export function Rejected({ problems }: { problems: readonly Problem[] }) {
  return (
    <Spoiler maxHeight={180} showLabel="Show all" hideLabel="Show less">
      <ul className={classes['list']}>
        {problems.map(({ line, field, message }, index) => (
          <li key={index}>
            {line === null ? null : <span className={classes['place']}>Line {line}</span>}
            {field ? <span className={classes['place']}>{humanised(field)}</span> : null}
            <span>{message}</span>
          </li>
        ))}
      </ul>
    </Spoiler>
  )
}
