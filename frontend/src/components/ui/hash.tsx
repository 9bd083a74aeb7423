import { t } from '@lingui/core/macro'
import { CopyButton, UnstyledButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { shortHash } from '@/lib/file-words'
import classes from './hash.module.css'

/** A hash, short enough to compare by eye; a press copies all of it. */
export function Hash({ label, hash }: { label: string; hash: string }) {
  if (!hash) return null
  return (
    <CopyButton value={hash} timeout={1500}>
      {({ copied, copy }) => (
        <UnstyledButton className={classes['hash']} onClick={copy} aria-label={copied ? t`${label}: copied` : t`${label}: ${shortHash(hash)}. Copy all of it`} title={`${label}: ${hash}`}>
          <code>{copied ? t`copied` : shortHash(hash)}</code>
          {copied ? <IconCheck size={13} aria-hidden /> : <IconCopy size={13} aria-hidden />}
        </UnstyledButton>
      )}
    </CopyButton>
  )
}
