import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconCloudOff } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { tryAgain } from '@/api/client'
import { connection } from '@/api/connection'
import { momentWords, newestOf } from '@/api/moment'
import classes from './offline.module.css'

const ASK_EVERY_MS = 10_000

/** Says that nothing new can be read and of when the figures are; goes by itself when the server answers again. */
export function ConnectionNote() {
  const isAway = useSyncExternalStore(connection.subscribe, connection.snapshot)
  const client = useQueryClient()
  const ask = useCallback(async () => {
    if (await tryAgain()) await client.invalidateQueries()
  }, [client])
  useEffect(() => {
    if (!isAway) return
    const again = (): void => void ask()
    const timer = setInterval(again, ASK_EVERY_MS)
    window.addEventListener('online', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [isAway, ask])
  if (!isAway) return null
  const read = newestOf(client.getQueryCache().getAll().map(({ state }) => state.dataUpdatedAt))
  return (
    <div role="status" className={classes['note']}>
      <IconCloudOff size={18} stroke={1.6} aria-hidden />
      <span>{read ? t`Offline, data of ${momentWords(read)}. You can read, not edit.` : t`Offline. Nothing was read before that could be shown.`}</span>
      <Button size="compact-sm" variant="subtle" onClick={() => void ask()}>
        <Trans>Try again</Trans>
      </Button>
    </div>
  )
}
