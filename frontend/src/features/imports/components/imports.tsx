import { Text } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { IconFileUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { say } from '@/components/ui/announce'
import { FileCard } from './file-card'
import { PastImports } from './past-imports'
import classes from './imports.module.css'

interface Upload {
  key: number
  file: File
}

const LARGEST = 50 * 1024 * 1024

/** Drop files, see what each was understood as, keep or leave it, take it back later. */
export function Imports() {
  const [uploads, setUploads] = useState<Upload[]>([])
  const add = (files: File[]): void =>
    setUploads((known) => [...files.map((file, index) => ({ key: known.length + index, file })), ...known])
  return (
    <>
      <Dropzone
        onDrop={add}
        onReject={(refused) =>
          say({
            title: 'Not taken',
            message: `${refused.map(({ file }) => file.name).join(', ')}: at most 50 MB a file.`,
            isBad: true,
          })
        }
        maxSize={LARGEST}
        className={classes['zone'] ?? ''}
        inputProps={{ 'aria-label': 'Statement files' }}
      >
        <div className={classes['words']}>
          <IconFileUpload size={28} stroke={1.4} aria-hidden />
          <div>
            <Text fw={560}>Drop bank statements here, or press to choose</Text>
            <Text size="sm" c="dimmed">
              CSV or OFX/QFX, several at once. Nothing is kept before you say so; a file imported twice adds nothing.
            </Text>
          </div>
        </div>
      </Dropzone>
      <div className={classes['cards']}>
        {uploads.map(({ key, file }) => (
          <FileCard key={key} file={file} onRemove={() => setUploads((known) => known.filter((one) => one.key !== key))} />
        ))}
      </div>
      <PastImports />
    </>
  )
}
