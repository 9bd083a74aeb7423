import { plural, t } from '@lingui/core/macro'
import { SegmentedControl, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { sizeName } from '@/lib/file-words'
import { humanised } from '@/lib/words'
import { previewQuery } from '../api/model'
import { LEVELS, SECTIONS } from '../lib/levels'
import { setOut } from '../lib/payload'
import classes from './model.module.css'

/** The exact requests of the newest report, before anything is switched on. */
export function Preview({ level }: { level: number }) {
  const [shown, setShown] = useState(String(level || 1))
  const preview = useQuery(previewQuery(Number(shown)))
  const requests = preview.data?.requests ?? []
  return (
    <Section
      title={t`What would leave`}
      aside={
        <SegmentedControl
          size="xs"
          className={classes['levelChoice'] ?? ''}
          aria-label={t`Level to look at`}
          value={shown}
          onChange={setShown}
          data={LEVELS.map(({ level: value, title }) => ({ value: String(value), label: title }))}
        />
      }
    >
      {preview.isPending ? <RowSkeletons rows={3} /> : null}
      {preview.isError ? (
        <ErrorNote what={t`The preview could not be made`} error={preview.error} onRetry={() => void preview.refetch()} />
      ) : null}
      {preview.data && requests.length === 0 ? (
        <Text c="dimmed" size="sm">
          {preview.data.report === null
            ? t`There is no report yet to show it by. Ask for one first.`
            : t`The newest report has nothing that a model could put into words, or is from before this was there. Ask for another month.`}
        </Text>
      ) : null}
      {requests.length > 0 ? (
        <>
          <Text size="sm" c="dimmed" mb="xs">
            {t`Your newest report would send ${plural(requests.length, { one: '# request', other: '# requests' })}, to the byte as below. Looking at it sends nothing.`}
          </Text>
          <ul className={classes['list']}>
            {requests.map(({ section, bytes, payload }) => (
              <li key={section} className={classes['row']}>
                <details>
                  <summary>
                    {nameOf(section)}, {sizeName(bytes)}
                  </summary>
                  <pre className={classes['payload']} tabIndex={0} aria-label={t`Request for ${nameOf(section)}`}>
                    {setOut(payload)}
                  </pre>
                </details>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  )
}

function nameOf(section: string): string {
  return SECTIONS[section] ?? humanised(section)
}
