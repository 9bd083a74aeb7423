import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Modal, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { saveBlob } from '@/api/download'
import type { Attached } from '@/api/types'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { useNestedDialog } from '@/components/ui/unsaved'
import { useBlobAddress } from '@/lib/use-blob-address'
import { useLast } from '@/lib/use-last'
import { attachmentQuery } from '../api/attachments'
import classes from './attachment-preview.module.css'

interface AttachmentPreviewProps {
  file: Attached | null
  onClose: () => void
}

/** A file of a row, as large as the window lets it be. */
export function AttachmentPreview({ file, onClose }: AttachmentPreviewProps) {
  const shown = useLast(file)
  useNestedDialog(file !== null)
  return (
    <Modal
      opened={file !== null}
      onClose={onClose}
      size="xl"
      title={shown?.name}
      closeButtonProps={{ 'aria-label': t`Close` }}
      classNames={{ title: classes['title'] ?? '' }}
    >
      {shown ? <Look key={shown.id} file={shown} /> : null}
    </Modal>
  )
}

function Look({ file }: { file: Attached }) {
  const content = useQuery(attachmentQuery(file.id, file.content_type))
  const address = useBlobAddress(content.data)
  const [isUnknown, setUnknown] = useState(false)
  if (content.isError)
    return <ErrorNote what={t`The file could not be loaded`} error={content.error} onRetry={() => void content.refetch()} />
  if (!content.data || !address) return <RowSkeletons rows={1} height={360} />
  const isPicture = file.content_type !== 'application/pdf'
  return (
    <>
      <div className={classes['stage']}>
        {isUnknown ? (
          <Text c="dimmed"><Trans>This browser cannot show pictures of this kind. Download it to look at it.</Trans></Text>
        ) : isPicture ? (
          <img className={classes['picture']} src={address} alt={file.name} onError={() => setUnknown(true)} />
        ) : (
          <iframe className={classes['pages']} src={address} title={file.name} />
        )}
      </div>
      <Button
        mt="md"
        variant="default"
        data-autofocus
        leftSection={<IconDownload size={16} />}
        onClick={() => saveBlob(content.data, file.name)}
      >
        <Trans>Download</Trans>
      </Button>
    </>
  )
}
