import { t } from '@lingui/core/macro'
import { Button, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { jobsQuery } from '@/api/jobs'
import { reportsQuery } from '@/api/queries'
import { ledger } from '@/api/ledger'
import type { Report } from '@/api/types'
import { ErrorNote } from '@/components/ui/notes'
import { capitalised } from '@/lib/words'
import { mailReport } from '../api/reports'
import { deliveryWords, maySend } from '../lib/delivery'
import classes from './report-page.module.css'

/** Whether this version went out by mail, why not, and the button that sends it: nothing is sent again by itself. */
export function DeliveryLine({ report }: { report: Report }) {
  const client = useQueryClient()
  const mail = useMutation({
    mutationFn: () => mailReport(report.id),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: reportsQuery.queryKey })
      void client.invalidateQueries({ queryKey: jobsQuery.queryKey })
    },
  })
  const { delivery } = report
  return (
    <div className={classes['delivery']}>
      {delivery ? (
        <Text size="sm" c={delivery.status === 'failed' || delivery.status === 'unknown' ? 'var(--sw-warn)' : 'dimmed'} role="status">
          {capitalised(deliveryWords(delivery))}.{delivery.error_message ? ` ${delivery.error_message}` : ''}
        </Text>
      ) : null}
      {maySend(delivery) && !ledger.current ? (
        <Button size="compact-sm" variant="default" loading={mail.isPending} onClick={() => mail.mutate()}>
          {delivery ? t`Send again` : t`Send to me by mail`}
        </Button>
      ) : null}
      {mail.error ? <ErrorNote what={t`The mail was not sent`} error={mail.error} /> : null}
    </div>
  )
}
