import { t } from '@lingui/core/macro'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Page } from '@/components/layouts/page'
import { Proposals } from '@/features/rules/components/proposals'
import { reviewPart, Reviews } from '@/features/transactions/components/reviews'

export function Review() {
  const { part } = useSearch({ from: '/shell/review' })
  const navigate = useNavigate({ from: '/review' })
  return (
    <Page title={t`Review`}>
      <Reviews part={reviewPart(part)} onPart={(next) => void navigate({ search: (previous) => ({ ...previous, part: next }) })} />
      {reviewPart(part) === 'categories' ? <Proposals /> : null}
    </Page>
  )
}
