import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import type { Operations } from '@/api/types'
import { Section } from '@/components/ui/section'
import { humanised } from '@/lib/words'
import { durationName } from '../lib/durations'
import { kindLines, STATES, type KindLine, type State } from '../lib/kinds'
import classes from './operations.module.css'

const STATE_NAMES: Record<State, string> = {
  queued: t`Waiting`,
  running: t`Running`,
  succeeded: t`Done`,
  failed: t`Failed`,
  cancelled: t`Cancelled`,
}

/** Jobs by kind and state, and how long those of the last week waited and ran. */
export function JobKinds({ state }: { state: Operations }) {
  const lines = kindLines(state)
  const oldest = durationName(state.queue.oldest_seconds)
  return (
    <Section title={t`Jobs`} about="job">
      {lines.length === 0 ? (
        <Text size="sm" c="dimmed">
          <Trans>No job has been asked for yet.</Trans>
        </Text>
      ) : (
        <div className={classes['scroll']} role="region" aria-label={t`Jobs by kind`} tabIndex={0}>
          <table className={classes['table']}>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>Kind</Trans>
                </th>
                {STATES.map((one) => (
                  <th key={one} scope="col">
                    {STATE_NAMES[one]}
                  </th>
                ))}
                <th scope="col">
                  <Trans>Waited</Trans>
                </th>
                <th scope="col">
                  <Trans>Ran</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Line key={line.kind} line={line} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Text size="sm" c="dimmed" mt="xs">
        <Trans>Times are of the last seven days: the middle one, and the one that 95 of 100 stayed under.</Trans>{' '}
        {state.queue.depth > 0 ? t`The first in the queue has waited ${oldest}.` : ''}
      </Text>
    </Section>
  )
}

function Line({ line: { kind, counts, latency } }: { line: KindLine }) {
  return (
    <tr>
      <th scope="row">{humanised(kind)}</th>
      {STATES.map((one) => (
        <td key={one} data-zero={counts[one] === 0 || undefined} data-trouble={(one === 'failed' && counts[one] > 0) || undefined}>
          {counts[one]}
        </td>
      ))}
      <td>{latency ? `${durationName(latency.wait_median)} / ${durationName(latency.wait_p95)}` : '–'}</td>
      <td>{latency ? `${durationName(latency.run_median)} / ${durationName(latency.run_p95)}` : '–'}</td>
    </tr>
  )
}
