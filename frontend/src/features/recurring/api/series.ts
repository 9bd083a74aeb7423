import { t } from '@lingui/core/macro'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { messageOf } from '@/api/errors'
import { seriesQuery } from '@/api/findings'
import type { Series, SeriesPatch } from '@/api/types'
import { offerUndo, say } from '@/components/ui/announce'

export type Decision = 'confirm' | 'ignore' | 'reopen'

async function decide(id: number, decision: Decision): Promise<Series> {
  const params = { path: { id } }
  if (decision === 'confirm') return unwrap(api.POST('/api/bills/{id}/confirm/', { params }))
  if (decision === 'ignore') return unwrap(api.POST('/api/bills/{id}/ignore/', { params }))
  return unwrap(api.POST('/api/bills/{id}/reopen/', { params }))
}

async function correct(id: number, patch: SeriesPatch): Promise<Series> {
  return unwrap(api.PATCH('/api/bills/{id}/', { params: { path: { id } }, body: patch }))
}

const BECOMES = { confirm: 'confirmed', ignore: 'ignored', reopen: 'open' } as const
const BACK: Record<Series['decision'], Decision> = { confirmed: 'confirm', ignored: 'ignore', open: 'reopen' }
const SAID: Record<Decision, (label: string) => string> = {
  confirm: (label) => t`${label} is confirmed and stays.`,
  ignore: (label) => t`${label} is ignored: it counts nowhere.`,
  reopen: (label) => t`${label} is open again.`,
}

interface Deciding {
  series: Series
  decision: Decision
  isUndo?: boolean
}

interface Correcting {
  series: Series
  patch: SeriesPatch
  /** What is said when it is done, with the way back; nothing for the way back itself. */
  said?: string
}

interface SeriesDeeds {
  decide: (series: Series, decision: Decision) => void
  correct: (series: Series, patch: SeriesPatch, said: string) => Promise<boolean>
}

/** Decisions and corrections: shown at once, taken back if the server refuses, each with an undo. */
export function useSeriesDeeds(): SeriesDeeds {
  const client = useQueryClient()
  const { queryKey } = seriesQuery
  const put = (series: Series): void => {
    void client.invalidateQueries({ queryKey: [...queryKey, 'overview'] })
    client.setQueryData<Series[]>(queryKey, (known) => known?.map((one) => (one.id === series.id ? series : one)))
  }
  const refused = (error: unknown, before: Series): void => {
    put(before)
    say({ title: t`Not changed`, message: messageOf(error), isBad: true })
  }
  // Answers are told here and not where a deed is asked for: that drawer may be closed before the server has answered.
  const deciding = useMutation({
    mutationFn: ({ series, decision }: Deciding) => decide(series.id, decision),
    onMutate: async ({ series, decision }) => {
      await client.cancelQueries({ queryKey })
      put({ ...series, decision: BECOMES[decision] })
    },
    onSuccess: (answer, { series, decision, isUndo }) => {
      put(answer)
      if (!isUndo) {
        offerUndo(SAID[decision](series.label), () => deciding.mutate({ series: answer, decision: BACK[series.decision], isUndo: true }))
      }
    },
    onError: (error, { series }) => refused(error, series),
  })
  const correcting = useMutation({
    mutationFn: ({ series, patch }: Correcting) => correct(series.id, patch),
    onSuccess: (answer, { series, patch, said }) => {
      put(answer)
      if (said) offerUndo(said, () => correcting.mutate({ series: answer, patch: before(series, patch) }))
    },
    onError: (error) => say({ title: t`Not changed`, message: messageOf(error), isBad: true }),
  })
  return {
    decide: (series, decision) => deciding.mutate({ series, decision }),
    correct: (series, patch, said) =>
      correcting.mutateAsync({ series, patch, said }).then(
        () => true,
        () => false,
      ),
  }
}

/** Its words are the declaration itself, which is changed and never taken back. */
function isDeclaration({ source, is_found: isFound }: Series): boolean {
  return source === 'declared' && !isFound
}

/** What the patched fields said before; null where there was no word of yours. */
function before(series: Series, patch: SeriesPatch): SeriesPatch {
  const was: Record<string, string | null> = {
    label: series.label,
    cadence: series.cadence,
    role: series.role,
    amount: series.amount,
    next_date: series.next_date,
  }
  const fields = Object.keys(patch).map((name) =>
    name === 'cancelled_on' || name === 'unused_on' || name === 'ends_on' ? [name, series[name]] : [name, series.corrected.includes(name) || isDeclaration(series) ? (was[name] ?? null) : null],
  )
  return Object.fromEntries(fields) as SeriesPatch
}

/** The latest rows of a series, the newest first. */
export function seriesRowsQuery(ids: readonly number[]) {
  const latest = ids.slice(-24)
  return queryOptions({
    queryKey: ['transactions', 'by-id', latest],
    queryFn: async () =>
      (await unwrap(api.GET('/api/transactions/', { params: { query: { q: `id:${latest.join(',')}`, page_size: 200 } } }))).results,
    enabled: latest.length > 0,
  })
}
