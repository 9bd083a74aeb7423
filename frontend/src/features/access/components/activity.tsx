import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Activity as Event } from '@/api/types'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { since } from '@/lib/since'
import { activityQuery } from '../api/access'
import { DEEDS } from '../lib/deeds'
import { deviceName } from '../lib/device-name'
import classes from './access.module.css'

/** What happened to the account: whoever finds a line that was not theirs knows that it is time for a new password. */
export function Activity() {
  const list = useQuery(activityQuery)
  return (
    <Section title={t`Recent activity`}>
      <Text size="sm" c="dimmed" maw={640} mb="md">
        <Trans>Something here that was not you? Change your password: that ends every sign-in and every key.</Trans>
      </Text>
      {list.isPending ? <RowSkeletons rows={3} height={48} /> : null}
      {list.isError ? <ErrorNote what={t`The activity could not be loaded`} error={list.error} onRetry={() => void list.refetch()} /> : null}
      <ul className={classes['list']} aria-label={t`Recent activity`}>
        {(list.data ?? []).map((event) => (
          <li key={event.id} className={classes['row']}>
            <div>
              <Text component="div" size="sm" fw={560}>
                {DEEDS[event.action]}
              </Text>
              <Text component="div" size="sm" c="dimmed">
                {whence(event)}
              </Text>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function whence({ created_at, device, address, door }: Event): string {
  const where = [device ? deviceName(device) : '', address, door === 'admin' ? t`in the admin` : '', door === 'passkey' ? t`with a passkey` : '', door === 'command' ? t`by the operator` : '']
  return [since(created_at), ...where].filter(Boolean).join(' · ')
}
