import { t } from '@lingui/core/macro'
import { Skeleton, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { ErrorNote } from '@/components/ui/notes'
import { importQuery, uploadFile } from '../api/imports'
import { sizeName } from '@/lib/file-words'
import { CardFrame } from './card-frame'
import classes from './run-card.module.css'
import { RunCard } from './run-card'

interface UploadCardProps {
  file: File
  onArrived: (id: number) => void
  onPutAway: () => void
}

/** One dropped file on its way; becomes the card of its import when the server has it. */
export function UploadCard({ file, onArrived, onPutAway }: UploadCardProps) {
  const client = useQueryClient()
  const { mutate: send, ...sending } = useMutation({
    // Forty files go one after the other; the server reads each at once.
    scope: { id: 'upload' },
    mutationFn: () => uploadFile(file),
    onSuccess: (run) => {
      client.setQueryData(importQuery(run.id).queryKey, run)
      onArrived(run.id)
    },
  })
  const begin = useEffectEvent(() => send())
  useEffect(() => begin(), [])
  if (sending.data) return <RunCard id={sending.data.id} onPutAway={onPutAway} />
  return (
    <CardFrame name={file.name} onPutAway={onPutAway}>
      {sending.error ? (
        <ErrorNote what={t`The file did not arrive`} error={sending.error} onRetry={() => send()} />
      ) : (
        <div role="status" aria-label={t`Reading ${file.name}`} className={classes['skeleton']}>
          <Text size="sm" c="dimmed">
            {sending.isPaused || sending.isIdle ? t`Waiting for its turn` : t`Sending and reading ${sizeName(file.size)}`}
          </Text>
          <Skeleton height={20} width="60%" />
          <Skeleton height={56} />
        </div>
      )}
    </CardFrame>
  )
}
