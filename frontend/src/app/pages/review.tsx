import { Page } from '@/components/layouts/page'
import { ReviewQueue } from '@/features/transactions/components/review-queue'

export function Review() {
  return (
    <Page title="Review categories">
      <ReviewQueue />
    </Page>
  )
}
