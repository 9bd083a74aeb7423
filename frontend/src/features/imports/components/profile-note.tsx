import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Text } from '@mantine/core'
import { IconBookmark } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { messageOf } from '@/api/errors'
import type { StatementImport } from '@/api/types'
import { say } from '@/components/ui/announce'
import { forgetProfile } from '../api/profiles'
import type { Reading } from '../api/use-reading'
import { saysNothing } from '../lib/overrides'
import classes from './profile-note.module.css'

interface ProfileNoteProps {
  run: StatementImport
  reading: Reading
}

/** What is remembered for files like this one: used now, or kept when this file is imported. */
export function ProfileNote({ run, reading }: ProfileNoteProps) {
  const forget = useMutation({
    mutationFn: () => forgetProfile(run.source_key),
    onSuccess: () => reading.reset(),
    onError: (error) => say({ title: t`It is still remembered`, message: messageOf(error), isBad: true }),
  })
  const isTold = !saysNothing(reading.instructions.overrides) || reading.instructions.account !== null
  if (run.profile_used && reading.last === null)
    return (
      <div className={classes['note']}>
        <IconBookmark size={16} aria-hidden />
        <Text span size="sm">
          <Trans>Read as you said for files like this before.</Trans>
        </Text>
        <Button size="compact-sm" variant="subtle" loading={forget.isPending} onClick={() => forget.mutate()}>
          <Trans>Forget</Trans>
        </Button>
      </div>
    )
  if (!isTold || !run.source_key) return null
  return (
    <div className={classes['note']}>
      <IconBookmark size={16} aria-hidden />
      <Text span size="sm">
        <Trans>When you import this file, what you said is remembered for files like this.</Trans>
      </Text>
    </div>
  )
}
