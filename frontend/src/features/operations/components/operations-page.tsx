import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Operations } from '@/api/types'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { operationsQuery } from '../api/operations'
import { durationName } from '../lib/durations'
import { troublesOf } from '../lib/kinds'
import { FailedJobs } from './failed-jobs'
import { JobKinds } from './job-kinds'
import classes from './operations.module.css'
import { Parts } from './parts'
import { Storage } from './storage'

/** For whoever runs the server: is all well, and if not, what is wrong and what can be done about it. */
export function OperationsPage() {
  const state = useQuery(operationsQuery)
  if (state.isPending) return <RowSkeletons rows={10} />
  if (state.isError)
    return <ErrorNote what={t`The state of the server could not be loaded`} error={state.error} onRetry={() => void state.refetch()} />
  return <Loaded state={state.data} />
}

function Loaded({ state }: { state: Operations }) {
  return (
    <div className={classes['page']}>
      <Lead state={state} />
      <Parts state={state} />
      <JobKinds state={state} />
      <FailedJobs jobs={state.failed} />
      <Storage state={state} />
      <div className={classes['columns']}>
        <Section title={t`Versions`}>
          <Versions of={state.versions} />
        </Section>
        <Section title={t`Engines`}>
          {state.engines.length === 0 ? (
            <Text size="sm" c="dimmed">
              <Trans>No analysis has run yet, so no engine has named its version.</Trans>
            </Text>
          ) : (
            <Versions of={state.engines} />
          )}
        </Section>
      </div>
    </div>
  )
}

function Versions({ of }: { of: Operations['versions'] }) {
  return (
    <dl className={classes['facts']}>
      {of.map(({ name, version }) => (
        <div key={name} className={classes['fact']}>
          <dt>{name}</dt>
          <dd>{version}</dd>
        </div>
      ))}
    </dl>
  )
}

function Lead({ state }: { state: Operations }) {
  const { queue, workers, backups } = state
  const wrong = troublesOf(state).length
  const heard = workers.filter((one) => one.heard !== null).length
  const age = backups.age_seconds === null ? '' : durationName(backups.age_seconds)
  return (
    <div>
      <p className={classes['lead']}>
        {wrong === 0
          ? t`Everything works.`
          : plural(wrong, { one: '# thing needs a look.', other: '# things need a look.' })}
      </p>
      <Text c="dimmed" size="sm">
        {plural(queue.depth, { one: '# job waits.', other: '# jobs wait.' })}{' '}
        {plural(queue.running, { one: '# job runs.', other: '# jobs run.' })}{' '}
        {plural(heard, { one: '# worker is heard.', other: '# workers are heard.' })}{' '}
        {age ? t`The newest backup is ${age} old.` : t`There is no backup.`}
      </Text>
    </div>
  )
}
