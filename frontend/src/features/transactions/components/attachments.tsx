import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Button, FileButton, Text, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconFileTypePdf, IconPaperclip, IconPhoto, IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type DragEvent } from 'react'
import { messageOf } from '@/api/errors'
import type { Attached, Transaction } from '@/api/types'
import { offerUndo, say } from '@/components/ui/announce'
import { ErrorNote } from '@/components/ui/notes'
import { sizeName } from '@/lib/file-words'
import { attachFile, detachFile, KINDS } from '../api/attachments'
import { moneyChanged, showChanged } from '../api/transactions'
import { AttachmentPreview } from './attachment-preview'
import classes from './attachments.module.css'

/** Receipts and invoices of a row: dropped here or picked, looked at, taken off again. */
export function Attachments({ txn }: { txn: Transaction }) {
  const client = useQueryClient()
  const [shown, setShown] = useState<Attached | null>(null)
  const { sending, refused, send } = useSending(txn.id)
  const { isOver, ...drop } = useDrop(send)
  const remove = useMutation({
    mutationFn: ({ id }: Attached) => detachFile(txn.id, id),
    onMutate: ({ id }) =>
      showChanged(client, txn.id, (row) => ({ ...row, attachments: row.attachments.filter((one) => one.id !== id) })),
    onSuccess: (putBack, { name }) =>
      offerUndo(t`${name} was taken off.`, () => {
        putBack().then(
          () => moneyChanged(client),
          (error: unknown) => say({ title: t`Not put back`, message: messageOf(error), isBad: true }),
        )
      }),
    onError: (error) => say({ title: t`The file was not taken off`, message: messageOf(error), isBad: true }),
    onSettled: () => moneyChanged(client),
  })
  return (
    <section aria-label={t`Files`} className={classes['area']} data-over={isOver || undefined} {...drop}>
      <Text size="sm" fw={500}>
        <Trans>Files</Trans>
      </Text>
      {txn.attachments.length > 0 || sending.length > 0 ? (
        <ul className={classes['list']}>
          {txn.attachments.map((file) => (
            <Row key={file.id} file={file} onShow={() => setShown(file)} onRemove={() => remove.mutate(file)} />
          ))}
          {sending.map((name, index) => (
            <li key={`${index} ${name}`} className={classes['row']} aria-busy>
              <span className={classes['name']}>{name}</span>
              <span className={classes['size']}><Trans>sending</Trans></span>
            </li>
          ))}
        </ul>
      ) : null}
      {refused.map(({ name, error }) => (
        <ErrorNote key={name} what={t`${name} was not attached`} error={error} />
      ))}
      <div className={classes['pick']}>
        <FileButton multiple accept={KINDS} onChange={send}>
          {(props) => (
            <Button {...props} size="xs" variant="default" leftSection={<IconPaperclip size={14} />}>
              <Trans>Attach a file</Trans>
            </Button>
          )}
        </FileButton>
        <Text size="xs" c="dimmed" className={classes['hint']}>
          {isOver ? t`Let go to attach it` : t`or drop a picture or PDF here`}
        </Text>
      </div>
      <AttachmentPreview file={shown} onClose={() => setShown(null)} />
    </section>
  )
}

function Row({ file, onShow, onRemove }: { file: Attached; onShow: () => void; onRemove: () => void }) {
  const Icon = file.content_type === 'application/pdf' ? IconFileTypePdf : IconPhoto
  return (
    <li className={classes['row']}>
      <UnstyledButton className={classes['show']} onClick={onShow}>
        <Icon size={18} stroke={1.6} aria-hidden />
        <span className={classes['name']}>
          <VisuallyHidden><Trans>Look at</Trans></VisuallyHidden> {file.name}
        </span>{' '}
        <span className={classes['size']}>{sizeName(file.size)}</span>
      </UnstyledButton>
      <ActionIcon variant="subtle" color="gray" aria-label={t`Take off ${file.name}`} onClick={onRemove}>
        <IconTrash size={16} />
      </ActionIcon>
    </li>
  )
}

interface Refused {
  name: string
  error: unknown
}

interface Sending {
  /** Names of the files that are on their way. */
  sending: readonly string[]
  refused: readonly Refused[]
  send: (files: readonly File[]) => void
}

/** One file after the other: the next is still sent when one is refused. */
function useSending(transaction: number): Sending {
  const client = useQueryClient()
  const [sending, setSending] = useState<readonly string[]>([])
  const work = useMutation({
    scope: { id: `attach-${transaction}` },
    mutationFn: async (files: readonly File[]): Promise<Refused[]> => {
      const refused: Refused[] = []
      for (const file of files) {
        await attachFile(transaction, file).catch((error: unknown) => refused.push({ name: file.name, error }))
        setSending((names) => names.slice(1))
      }
      return refused
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['transactions'] }),
  })
  return {
    sending,
    refused: work.data ?? [],
    send: (files) => {
      if (files.length === 0) return
      setSending((names) => [...names, ...files.map(({ name }) => name)])
      work.mutate(files)
    },
  }
}

function useDrop(onFiles: (files: readonly File[]) => void) {
  const [isOver, setOver] = useState(false)
  return {
    isOver,
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes('Files')) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      onFiles([...event.dataTransfer.files])
    },
  }
}
