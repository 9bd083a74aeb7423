import { plural, t } from '@lingui/core/macro'
import { IconAlertTriangle, IconCircleCheckFilled } from '@tabler/icons-react'
import type { Operations } from '@/api/types'
import { Section } from '@/components/ui/section'
import { sizeName } from '@/lib/file-words'
import { humanised } from '@/lib/words'
import { durationName } from '../lib/durations'
import classes from './operations.module.css'

const NAMES: Record<string, string> = {
  database: t`Database`,
  redis: t`Redis`,
  worker: t`Worker`,
  media: t`Files`,
}

const ENGINES: Record<string, string> = { sqlite: t`SQLite`, postgresql: t`PostgreSQL` }

/** What a user needs to work, part by part, with what is known of each. */
export function Parts({ state }: { state: Operations }) {
  return (
    <Section title={t`Parts`}>
      <ul className={classes['parts']}>
        {state.parts.map(({ name, trouble }) => (
          <Part key={name} name={NAMES[name] ?? humanised(name)} trouble={trouble}>
            {detailOf(name, state)}
          </Part>
        ))}
      </ul>
    </Section>
  )
}

function Part({ name, trouble, children }: { name: string; trouble: string; children: string }) {
  const Icon = trouble ? IconAlertTriangle : IconCircleCheckFilled
  return (
    <li className={classes['part']} data-trouble={trouble !== '' || undefined}>
      <Icon size={18} aria-hidden />
      <span className={classes['partName']}>{name}</span>
      <span className={classes['quiet']}>{trouble ? humanised(trouble) : children}</span>
    </li>
  )
}

function detailOf(name: string, state: Operations): string {
  if (name === 'database') return databaseWords(state.database)
  if (name === 'redis') return redisWords(state.redis)
  if (name === 'worker') return state.workers.map(workerWords).join(' · ')
  const { bytes_free: free } = state.media
  const size = free === null ? '' : sizeName(free)
  return size ? t`${size} free` : t`Can be written`
}

function databaseWords({ engine, version, milliseconds, bytes_used: size }: Operations['database']): string {
  const took = milliseconds === null ? '' : durationName(milliseconds / 1000)
  return [`${ENGINES[engine] ?? engine} ${version}`, size === null ? '' : sizeName(size), took]
    .filter(Boolean)
    .join(' · ')
}

function redisWords({ version, milliseconds, bytes_used: size, messages }: Operations['redis']): string {
  const took = milliseconds === null ? '' : durationName(milliseconds / 1000)
  const waiting = messages === null ? '' : plural(messages, { one: '# message waits', other: '# messages wait' })
  return [version, size === null ? '' : sizeName(size), took, waiting].filter(Boolean).join(' · ')
}

function workerWords({ name, heard, jobs }: Operations['workers'][number]): string {
  const ago = heard === null ? '' : durationName(heard)
  const said = ago ? t`${name}, heard ${ago} ago` : t`${name}, not heard`
  const busy = plural(jobs, { one: '# job', other: '# jobs' })
  return jobs > 0 ? `${said}, ${busy}` : said
}
