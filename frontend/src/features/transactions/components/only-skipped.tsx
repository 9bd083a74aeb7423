import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { EmptyNote } from '@/components/ui/notes'
import { count } from '@/lib/words'

interface OnlySkippedProps {
  skipped: number
  /** One of what was skipped: "row". */
  what: string
  onAgain: () => void
  undo: ReactNode
}

/** The end of a queue of which some were left for later. */
export function OnlySkipped({ skipped, what, onAgain, undo }: OnlySkippedProps) {
  return (
    <EmptyNote
      title={t`Only skipped ${what}s are left`}
      action={
        <Group gap="xs" mt="md">
          <Button autoFocus onClick={onAgain}>
            <Trans>Look at them again</Trans>
          </Button>
          {undo}
        </Group>
      }
    >
      <Trans>You left {count(skipped, what)} for later.</Trans>
    </EmptyNote>
  )
}
