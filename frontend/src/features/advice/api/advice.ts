import { t } from '@lingui/core/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { messageOf } from '@/api/errors'
import { adviceShownQuery } from '@/api/findings'
import type { Advice, AdviceReason } from '@/api/types'
import { offerUndo, say } from '@/components/ui/announce'

export type AdviceAnswer = { kind: 'accept' } | { kind: 'done' } | { kind: 'dismiss'; reason: Exclude<AdviceReason, ''> }

async function answerAdvice(id: number, answer: AdviceAnswer): Promise<Advice> {
  const params = { path: { id } }
  if (answer.kind === 'accept') return unwrap(api.POST('/api/advice/{id}/accept/', { params }))
  if (answer.kind === 'done') return unwrap(api.POST('/api/advice/{id}/done/', { params }))
  return unwrap(api.POST('/api/advice/{id}/dismiss/', { params, body: { reason: answer.reason } }))
}

const BECOMES = { accept: 'accepted', done: 'done', dismiss: 'dismissed' } as const
const SAID = {
  accept: t`Taken on. Rows from now on show what it brings.`,
  done: t`Noted as done. Rows from now on show what it brought.`,
  dismiss: t`Put away. It does not come again for half a year.`,
} as const

/** Back to where it stood: what was done without having been taken on goes through both. */
async function takeBack({ id, status }: Advice): Promise<Advice> {
  const params = { path: { id } }
  const back = await unwrap(api.POST('/api/advice/{id}/reopen/', { params }))
  return back.status === 'accepted' && status !== 'accepted' ? unwrap(api.POST('/api/advice/{id}/reopen/', { params })) : back
}

interface Asked {
  advice: Advice
  answer: AdviceAnswer
}

/** Answers a piece of advice: the page moves it at once and takes it back if the server refuses. */
export function useAdviceAnswer(): (advice: Advice, answer: AdviceAnswer) => void {
  const client = useQueryClient()
  const put = (advice: Advice): void => {
    client.setQueryData<Advice[]>(adviceShownQuery.queryKey, (known) => known?.map((one) => (one.id === advice.id ? advice : one)))
  }
  const work = useMutation({
    mutationFn: ({ advice, answer }: Asked) => answerAdvice(advice.id, answer),
    onMutate: async ({ advice, answer }) => {
      await client.cancelQueries({ queryKey: ['advice'] })
      put({ ...advice, status: BECOMES[answer.kind] })
    },
    onError: (error, { advice }) => {
      put(advice)
      say({ title: t`Your answer was not kept`, message: messageOf(error), isBad: true })
    },
    onSuccess: (_, { advice, answer }) => offerUndo(SAID[answer.kind], () => undoing.mutate(advice)),
    onSettled: () => void client.invalidateQueries({ queryKey: ['advice'] }),
  })
  const undoing = useMutation({
    mutationFn: takeBack,
    onError: (error) => say({ title: t`Not undone`, message: messageOf(error), isBad: true }),
    onSettled: () => void client.invalidateQueries({ queryKey: ['advice'] }),
  })
  return (advice, answer) => work.mutate({ advice, answer })
}

/** Tells the server that these were on screen; nothing waits for it. */
export function markSeen(ids: readonly number[]): Promise<unknown> {
  return Promise.allSettled(ids.map((id) => unwrap(api.POST('/api/advice/{id}/seen/', { params: { path: { id } } }))))
}
