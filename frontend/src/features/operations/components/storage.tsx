import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import type { Operations } from '@/api/types'
import { Section } from '@/components/ui/section'
import { sizeName } from '@/lib/file-words'
import { humanised } from '@/lib/words'
import { durationName } from '../lib/durations'
import classes from './operations.module.css'

/** What lies on the disk, and whether it is kept a second time. */
export function Storage({ state: { media, database, backups } }: { state: Operations }) {
  return (
    <div className={classes['columns']}>
      <Section title={t`Storage`}>
        <dl className={classes['facts']}>
          {database.bytes_used === null ? null : <Size name={t`Database`} bytes={database.bytes_used} />}
          {media.folders.map(({ name, files, bytes_used: bytes }) => (
            <Size key={name} name={humanised(name)} bytes={bytes} note={plural(files, { one: '# file', other: '# files' })} />
          ))}
          {media.bytes_free === null ? null : <Size name={t`Free on the disk`} bytes={media.bytes_free} />}
        </dl>
        {media.is_partial ? (
          <Text size="sm" c="dimmed" mt="xs">
            <Trans>There are more files than were counted.</Trans>
          </Text>
        ) : null}
      </Section>
      <Backups backups={backups} />
    </div>
  )
}

function Size({ name, bytes, note }: { name: string; bytes: number; note?: string }) {
  return (
    <div className={classes['fact']}>
      <dt>{name}</dt>
      <dd>
        {sizeName(bytes)}
        {note ? <span className={classes['quiet']}> {note}</span> : null}
      </dd>
    </div>
  )
}

function Backups({ backups }: { backups: Operations['backups'] }) {
  const age = backups.age_seconds === null ? '' : durationName(backups.age_seconds)
  return (
    <Section title={t`Backups`}>
      {backups.newest === null ? (
        <Text size="sm" c="dimmed">
          {backups.is_on ? t`None has been made yet.` : t`They are switched off, and there is none.`}
        </Text>
      ) : (
        <dl className={classes['facts']}>
          <div className={classes['fact']}>
            <dt>
              <Trans>Newest</Trans>
            </dt>
            <dd data-trouble={!backups.ok || undefined}>{t`${age} old`}</dd>
          </div>
          <div className={classes['fact']}>
            <dt>
              <Trans>File</Trans>
            </dt>
            <dd className={classes['file']}>{backups.newest.name}</dd>
          </div>
          <Size
            name={t`All of them`}
            bytes={backups.bytes_used}
            note={plural(backups.count, { one: '# archive', other: '# archives' })}
          />
        </dl>
      )}
    </Section>
  )
}
