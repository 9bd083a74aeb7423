import { Spoiler, Text } from '@mantine/core'
import type { StatementImport } from '@/api/types'
import classes from './problem-list.module.css'

/** What could not be read, with line and field; the rest of the file is not held up by it. */
export function ProblemList({ run }: { run: StatementImport }) {
  if (run.errors.length === 0)
    return run.status === 'failed' ? <Text c="var(--mantine-color-error)">This file could not be read. Nothing was kept.</Text> : null
  return (
    <div role="alert">
      <Text size="sm" fw={560} c="var(--mantine-color-error)" mb={4}>
        {run.status === 'failed' ? 'The file was refused. Nothing was kept.' : 'These lines are left out:'}
      </Text>
      <Spoiler maxHeight={150} showLabel="Show all" hideLabel="Show less">
        <ul className={classes['list']}>
          {run.errors.map(({ line, field, message }, index) => (
            <li key={index}>
              {line ? <span className={classes['place']}>Line {line}</span> : null}
              {field ? <span className={classes['place']}>{field}</span> : null}
              <span>{message}</span>
            </li>
          ))}
        </ul>
      </Spoiler>
    </div>
  )
}
