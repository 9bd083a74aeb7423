import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Spoiler, Text } from '@mantine/core'
import type { StatementImport } from '@/api/types'
import { humanised } from '@/lib/words'
import classes from './problem-list.module.css'

type Problem = StatementImport['errors'][number]

/** What could not be read, with line and field; the rest of the file is not held up by it. */
export function ProblemList({ run }: { run: Pick<StatementImport, 'status' | 'errors' | 'lines_rejected'> }) {
  const isRefused = run.status === 'failed'
  if (run.errors.length === 0)
    return isRefused ? <Text c="var(--mantine-color-error)"><Trans>This file could not be read. Nothing was kept.</Trans></Text> : null
  const ofFile = run.errors.every(({ line }) => line === null)
  return (
    <div role="alert">
      <Text size="sm" fw={560} c="var(--mantine-color-error)" mb={4}>
        {isRefused
          ? t`The file was refused. Nothing was kept.`
          : ofFile
            ? t`About the file as a whole:`
            : t`${plural(run.lines_rejected, { one: '# line is', other: '# lines are' })} left out; the others are not held up by that:`}
      </Text>
      <Rejected problems={run.errors} />
      {isRefused || ofFile ? null : (
        <Text size="sm" c="dimmed" mt={6}>
          <Trans>Correct these lines in the file and drop it again, or add them by hand. What is there already is not booked twice.</Trans>
        </Text>
      )}
    </div>
  )
}

export function Rejected({ problems }: { problems: readonly Problem[] }) {
  return (
    <Spoiler maxHeight={180} showLabel={t`Show all`} hideLabel={t`Show less`}>
      <ul className={classes['list']}>
        {problems.map(({ line, field, message }, index) => (
          <li key={index}>
            {line === null ? null : <span className={classes['place']}><Trans>Line {line}</Trans></span>}
            {field ? <span className={classes['place']}>{humanised(field)}</span> : null}
            <span>{message}</span>
          </li>
        ))}
      </ul>
    </Spoiler>
  )
}
