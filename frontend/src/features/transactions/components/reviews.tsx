import { t } from '@lingui/core/macro'
import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { locale } from '@/lib/language'
import { waitingCountQuery } from '../api/review'
import { suggestedTransfersQuery } from '../api/transfers'
import { ReviewQueue } from './review-queue'
import { TransferQueue } from './transfer-queue'

const PARTS = ['categories', 'transfers'] as const
export type ReviewPart = (typeof PARTS)[number]

/** The part of that name; the categories for any other. */
export function reviewPart(name: string | undefined): ReviewPart {
  return PARTS.find((part) => part === name) ?? 'categories'
}

interface ReviewsProps {
  part: ReviewPart
  onPart: (part: ReviewPart) => void
}

/** What waits for a word of the person: categories, and pairs that may be one transfer. */
export function Reviews({ part, onPart }: ReviewsProps) {
  const { data: rows } = useQuery(waitingCountQuery)
  const { data: pairs } = useQuery(suggestedTransfersQuery)
  return (
    <>
      <SegmentedControl
        mb="lg"
        aria-label={t`What to review`}
        value={part}
        onChange={onPart}
        data={[
          { value: 'categories', label: named(t`Categories`, rows) },
          { value: 'transfers', label: named(t`Transfers`, pairs?.length) },
        ]}
      />
      {part === 'categories' ? <ReviewQueue /> : <TransferQueue />}
    </>
  )
}

function named(name: string, waiting: number | undefined): string {
  return waiting ? `${name} ${new Intl.NumberFormat(locale()).format(waiting)}` : name
}
