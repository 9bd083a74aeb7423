import { t } from '@lingui/core/macro'
import { Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { MONEY_KEYS } from '@/api/queries'
import type { DuplicateReview } from '@/api/types'
import { messageOf } from '@/api/errors'
import { offerUndo, say } from '@/components/ui/announce'
import { ErrorNote } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { answerReview, openReviewsQuery, type Answer } from '../api/reviews'
import classes from './reviews.module.css'
import { ReviewPair } from './review-pair'

interface Asked {
  review: DuplicateReview
  answer: Answer
}

/** Pairs that only the person can tell apart; one at a time, by button or by key. */
export function Reviews() {
  const client = useQueryClient()
  const reviews = useQuery(openReviewsQuery)
  const [at, setAt] = useState(0)
  const { queryKey } = openReviewsQuery
  const { mutate } = useMutation({
    mutationFn: ({ review, answer }: Asked) => answerReview(review.id, answer),
    onMutate: async ({ review }) => {
      await client.cancelQueries({ queryKey })
      client.setQueryData<DuplicateReview[]>(queryKey, (known) => known?.filter(({ id }) => id !== review.id))
      return { review }
    },
    onSuccess: (_answered, { review, answer }) =>
      offerUndo(answer === 'same' ? t`Kept as one transaction.` : t`Kept as two transactions.`, () =>
        mutate({ review, answer: answer === 'same' ? 'different' : 'same' }),
      ),
    onError: (error, _asked, kept) => {
      if (kept) client.setQueryData<DuplicateReview[]>(queryKey, (known) => [kept.review, ...(known ?? [])])
      say({ title: t`The answer was not kept`, message: messageOf(error), isBad: true })
    },
    onSettled: () => {
      if (client.isMutating() > 1) return
      for (const key of [...MONEY_KEYS, ['imports'], ['duplicate-reviews']]) void client.invalidateQueries({ queryKey: key })
    },
  })
  if (reviews.isError)
    return (
      <ErrorNote what={t`The open questions about duplicates could not be loaded`} error={reviews.error} onRetry={() => void reviews.refetch()} />
    )
  const open = reviews.data ?? []
  const index = Math.min(at, open.length - 1)
  const review = open[index]
  if (!review) return null
  const step = (by: number): void => setAt(Math.max(0, Math.min(open.length - 1, index + by)))
  return (
    <div id="same-or-different" className={classes['anchor']}>
      <Section
        title={t`Same or different?`}
        aside={
          <Text size="sm" c="dimmed" role="status">
            {open.length === 1 ? t`One left` : t`${index + 1} of ${open.length}`}
          </Text>
        }
      >
        <ReviewPair
          review={review}
          hasMore={open.length > 1}
          onStep={step}
          onAnswer={(answer) => mutate({ review, answer })}
        />
      </Section>
    </div>
  )
}
