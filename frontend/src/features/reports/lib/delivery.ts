/** What became of a report's mail, in words. */

import { t } from '@lingui/core/macro'
import type { ReportDelivery } from '@/api/types'

export function deliveryWords(delivery: ReportDelivery): string {
  switch (delivery.status) {
    case 'pending':
      return delivery.next_try_at ? t`mail refused, tried again soon` : t`mail waits to be sent`
    case 'sending':
      return t`mail is being sent`
    case 'sent':
      return t`sent by mail`
    case 'failed':
      return t`mail not sent`
    case 'unknown':
      return t`mail may not have arrived`
  }
}

/** Whether the owner may ask for the mail: a version that was sent, or is on its way, is not sent again. */
export function maySend(delivery: ReportDelivery | null): boolean {
  if (!delivery) return true
  return delivery.status === 'failed' || delivery.status === 'unknown' || (delivery.status === 'pending' && delivery.next_try_at !== null)
}
