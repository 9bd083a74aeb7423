import { queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { allRows } from '@/api/pages'

export type Answer = 'same' | 'different'

/** Pairs that may be one movement; only the person can say. */
export const openReviewsQuery = queryOptions({
  queryKey: ['duplicate-reviews', 'open'],
  queryFn: () =>
    allRows((cursor) =>
      unwrap(
        api.GET('/api/duplicate-reviews/', {
          params: { query: { status: 'open', page_size: 100, ...(cursor ? { cursor } : {}) } },
        }),
      ),
    ),
})

export function answerReview(id: number, answer: Answer) {
  return unwrap(api.POST('/api/duplicate-reviews/{id}/answer/', { params: { path: { id } }, body: { answer } }))
}
