import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { IconFileUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { say } from '@/components/ui/announce'
import { putAway, useWaiting } from '../lib/waiting'
import { BatchBar } from './batch-bar'
import classes from './imports.module.css'
import { PastImports } from './past-imports'
import { Reviews } from './reviews'
import { RunCard } from './run-card'
import { UploadCard } from './upload-card'

interface Upload {
  key: number
  file: File
  /** The import that the server made of it, once it answered. */
  run: number | null
}

const MEGABYTE = 1024 * 1024
const LARGEST = 256 * MEGABYTE

/** Drop files, see what each was understood as, answer what is open, keep or leave it, take it back later. */
export function Imports({ hasPast = true }: { hasPast?: boolean }) {
  const [uploads, setUploads] = useState<Upload[]>([])
  const [dismissed, setDismissed] = useState<number[]>([])
  const waiting = useWaiting()
  const add = (files: File[]): void =>
    setUploads((known) => [...files.map((file, index) => ({ key: known.length + index, file, run: null })), ...known])
  const dismiss = (id: number): void => {
    putAway(id)
    setDismissed((known) => [...known, id])
  }
  const arrived = uploads.flatMap(({ run }) => (run === null ? [] : [run]))
  const resumed = waiting.filter((id) => !arrived.includes(id) && !dismissed.includes(id))
  const shown = [...arrived.filter((id) => !dismissed.includes(id)), ...resumed]
  return (
    <>
      <DropArea isQuiet={shown.length > 0} onFiles={add} />
      <div className={classes['cards']}>
        <BatchBar ids={shown} sending={uploads.filter(({ run }) => run === null).length} />
        {uploads.map(({ key, file, run }) =>
          run !== null && dismissed.includes(run) ? null : (
            <UploadCard
              key={key}
              file={file}
              onArrived={(id) =>
                setUploads((known) => known.map((one) => (one.key === key ? { ...one, run: id } : one)))
              }
              onPutAway={() => (run === null ? setUploads((known) => known.filter((one) => one.key !== key)) : dismiss(run))}
            />
          ),
        )}
        {resumed.map((id) => (
          <RunCard key={id} id={id} onPutAway={() => dismiss(id)} />
        ))}
      </div>
      <Reviews />
      {hasPast ? <PastImports /> : null}
    </>
  )
}

function DropArea({ isQuiet, onFiles }: { isQuiet: boolean; onFiles: (files: File[]) => void }) {
  return (
    <Dropzone
      onDrop={onFiles}
      onReject={(refused) =>
        say({
          title: t`Not taken`,
          message: t`${refused.map(({ file }) => file.name).join(', ')}: a file can have at most 256 MB. Export a shorter period, or put the file into a zip.`,
          isBad: true,
        })
      }
      maxSize={LARGEST}
      className={classes['zone'] ?? ''}
      data-quiet={isQuiet || undefined}
      inputProps={{ 'aria-label': t`Statement files` }}
    >
      <div className={classes['words']}>
        <IconFileUpload size={28} stroke={1.4} aria-hidden />
        <div>
          <Text fw={560}>{isQuiet ? t`Drop more files here, or press to choose` : t`Drop bank statements here, or press to choose`}</Text>
          <Text size="sm" c="dimmed">
            <Trans>CSV, Excel, OFX/QFX, QIF, MT940, CAMT, exports of other programs, or a zip of them. Many at once, up to 256 MB each.</Trans>
          </Text>
          {isQuiet ? null : (
            <Text size="sm" c="dimmed">
              <Trans>Nothing is booked before you say so. A file imported twice adds nothing. Every import can be undone.</Trans>
            </Text>
          )}
        </div>
      </div>
    </Dropzone>
  )
}
