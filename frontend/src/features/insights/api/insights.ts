import { t } from '@lingui/core/macro'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { messageOf } from '@/api/errors'
import { insightsOpenQuery } from '@/api/findings'
import type { Insight } from '@/api/types'
import { offerUndo, say } from '@/components/ui/announce'

export type InsightAnswer = 'fine' | 'dismiss'

const SAID: Record<InsightAnswer, string> = {
  fine: t`Noted as fine. Fewer like it are raised.`,
  dismiss: t`Noted as taken care of.`,
}

async function tell(id: number, answer: InsightAnswer | 'reopen' | 'seen'): Promise<Insight> {
  const params = { path: { id } }
  if (answer === 'fine') return unwrap(api.POST('/api/insights/{id}/fine/', { params }))
  if (answer === 'dismiss') return unwrap(api.POST('/api/insights/{id}/dismiss/', { params }))
  if (answer === 'seen') return unwrap(api.POST('/api/insights/{id}/seen/', { params }))
  return unwrap(api.POST('/api/insights/{id}/reopen/', { params }))
}

export function markSeen(id: number): void {
  tell(id, 'seen').catch(() => undefined)
}

interface Answering {
  answer: (insight: Insight, answer: InsightAnswer) => void
  reopen: (insight: Insight) => void
}

/** Answers leave the list at once, come back if the server refuses, and can be undone. */
export function useInsightAnswer(): Answering {
  const client = useQueryClient()
  const { queryKey } = insightsOpenQuery
  const changed = (): void => void client.invalidateQueries({ queryKey: ['insights'] })
  const refused = (error: Error): void => {
    changed()
    say({ title: t`Your answer was not kept`, message: messageOf(error), isBad: true })
  }
  const reopening = useMutation({ mutationFn: (insight: Insight) => tell(insight.id, 'reopen'), onSuccess: changed, onError: refused })
  const answering = useMutation({
    mutationFn: ({ insight, answer }: { insight: Insight; answer: InsightAnswer }) => tell(insight.id, answer),
    onMutate: async ({ insight }) => {
      await client.cancelQueries({ queryKey: ['insights'] })
      client.setQueryData<Insight[]>(queryKey, (known) => known?.filter(({ id }) => id !== insight.id))
    },
    onSuccess: (_, { insight, answer }) => {
      offerUndo(SAID[answer], () => reopening.mutate(insight))
      changed()
    },
    onError: refused,
  })
  return {
    answer: (insight, answer) => answering.mutate({ insight, answer }),
    reopen: (insight) => reopening.mutate(insight),
  }
}

/** The rows of these numbers, in the order of days. */
export function rowsQuery(ids: readonly number[]) {
  return queryOptions({
    queryKey: ['transactions', 'by-id', ids],
    queryFn: async () =>
      (await unwrap(api.GET('/api/transactions/', { params: { query: { q: `id:${ids.join(',')}`, page_size: 200 } } }))).results,
    enabled: ids.length > 0,
  })
}
