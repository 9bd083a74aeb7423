import { Trans } from '@lingui/react/macro'
import { Button, Group, Paper, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { Workbox } from 'workbox-window'
import { whenIdle } from '@/lib/idle'
import classes from './offline.module.css'

/** Offers the new version when one has been fetched; it is taken on demand, so that nothing half typed is lost. */
export function NewVersion() {
  const [isOffered, setOffered] = useState(false)
  const worker = useRef<Workbox | null>(null)
  useEffect(() => {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
    // The whole program is copied then: it must not stand in the way of the page that is being opened.
    return whenIdle(() => {
      void import('workbox-window')
        .then(({ Workbox }) => {
          const workbox = new Workbox('/sw.js')
          worker.current = workbox
          workbox.addEventListener('waiting', () => setOffered(true))
          return workbox.register()
        })
        .catch(() => undefined) // a browser that forbids workers has no offline copy, nothing else
    })
  }, [])
  if (!isOffered) return null
  const take = (): void => {
    worker.current?.addEventListener('controlling', () => window.location.reload())
    worker.current?.messageSkipWaiting()
  }
  return (
    <Paper role="status" className={classes['offer']} withBorder p="sm">
      <Text size="sm"><Trans>A new version of SpendWise is ready. It is taken when you reload.</Trans></Text>
      <Group gap="xs" mt={8}>
        <Button size="xs" onClick={take}>
          <Trans>Reload now</Trans>
        </Button>
        <Button size="xs" variant="subtle" onClick={() => setOffered(false)}>
          <Trans>Later</Trans>
        </Button>
      </Group>
    </Paper>
  )
}
