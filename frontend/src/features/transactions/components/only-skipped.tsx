import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { EmptyNote } from '@/components/ui/notes'

interface OnlySkippedProps {
  skipped: number
  what: 'rows' | 'pairs'
  onAgain: () => void
  undo: ReactNode
}

/** The end of a queue of which some were left for later. */
export function OnlySkipped({ skipped, what, onAgain, undo }: OnlySkippedProps) {
  return (
    <EmptyNote
      title={what === 'rows' ? t`Only skipped rows are left` : t`Only skipped pairs are left`}
      action={
        <Group gap="xs" mt="md">
          <Button autoFocus onClick={onAgain}>
            <Trans>Look at them again</Trans>
          </Button>
          {undo}
        </Group>
      }
    >
      {what === 'rows'
        ? plural(skipped, { one: 'You left # row for later.', other: 'You left # rows for later.' })
        : plural(skipped, { one: 'You left # pair for later.', other: 'You left # pairs for later.' })}
    </EmptyNote>
  )
}
