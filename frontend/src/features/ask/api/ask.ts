import { t } from '@lingui/core/macro'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { messageOf } from '@/api/errors'
import type { Answer, Pin, PlanProposal } from '@/api/types'
import { offerUndo, say } from '@/components/ui/announce'

/** An answer changes with the rows, not with time: it is asked for again when money moved. */
export function answerQuery(question: string) {
  return queryOptions({
    queryKey: ['ask', 'answer', question],
    queryFn: () => unwrap(api.POST('/api/ask/', { body: { question } })),
    enabled: question !== '',
    staleTime: 60_000,
  })
}

/** Sends the question's words to the user's language model, so it is asked once and not again by itself. */
export function readingQuery(question: string) {
  return queryOptions({
    queryKey: ['model-reading', question],
    queryFn: () => unwrap(api.POST('/api/ask/reading/', { body: { question } })),
    staleTime: Infinity,
    retry: false,
  })
}

/** The answer to a plan that the user confirmed. */
export function confirmedQuery(question: string, language: Answer['language'], plan: PlanProposal['plan']) {
  return queryOptions({
    queryKey: ['ask', 'confirmed', question, plan],
    queryFn: () => unwrap(api.POST('/api/ask/', { body: { question, language, plan } })),
    staleTime: 60_000,
  })
}

export const pinsQuery = queryOptions({
  queryKey: ['ask', 'pins'],
  queryFn: async () => (await unwrap(api.GET('/api/ask/pins/'))).results,
})

type Kept = Pick<Answer, 'question' | 'language' | 'plan'> & { position?: number }

async function pin({ question, language, plan, position }: Kept): Promise<Pin> {
  const body = { question, language, ...(plan ? { plan } : {}), ...(position === undefined ? {} : { position }) }
  return unwrap(api.POST('/api/ask/pins/', { body }))
}

async function unpin(id: number): Promise<void> {
  await unwrap(api.DELETE('/api/ask/pins/{id}/', { params: { path: { id } } }))
}

interface Pinning {
  pin: (kept: Kept) => void
  unpin: (pin: Pin) => void
  isBusy: boolean
}

/** Pins and unpins; what was unpinned comes back to its place by one click. */
export function usePinning(): Pinning {
  const client = useQueryClient()
  const changed = (): void => void client.invalidateQueries({ queryKey: pinsQuery.queryKey })
  const refused = (error: Error): void => {
    changed()
    say({ title: t`The overview was not changed`, message: messageOf(error), isBad: true })
  }
  const removing = useMutation({
    mutationFn: (one: Pin) => unpin(one.id),
    onSuccess: (_, { question, position, answer: { language, plan } }) => {
      changed()
      offerUndo(t`Taken off the overview.`, () => adding.mutate({ question, language, plan, position }))
    },
    onError: refused,
  })
  const adding = useMutation({
    mutationFn: pin,
    onSuccess: (made, { position }) => {
      changed()
      if (position === undefined) offerUndo(t`Pinned to the overview.`, () => removing.mutate(made))
    },
    onError: refused,
  })
  return { pin: adding.mutate, unpin: removing.mutate, isBusy: adding.isPending || removing.isPending }
}
