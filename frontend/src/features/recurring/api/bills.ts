import { t } from '@lingui/core/macro'
import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { messageOf } from '@/api/errors'
import { seriesQuery } from '@/api/findings'
import type { BillsOverview, DeclaredRequest, Series } from '@/api/types'
import { offerUndo, say } from '@/components/ui/announce'

/** What comes within so many days, and what stood out in the last year. */
export function billsOverviewQuery(days: number) {
  return queryOptions({
    queryKey: ['recurring', 'overview', days],
    queryFn: (): Promise<BillsOverview> => unwrap(api.GET('/api/bills/overview/', { params: { query: { days } } })),
    placeholderData: (before?: BillsOverview) => before,
  })
}

async function declare(body: DeclaredRequest): Promise<Series> {
  return unwrap(api.POST('/api/bills/', { body }))
}

async function remove(id: number): Promise<void> {
  await unwrap(api.DELETE('/api/bills/{id}/', { params: { path: { id } } }))
}

async function merge(id: number, series: number): Promise<Series> {
  return unwrap(api.POST('/api/bills/{id}/merge/', { params: { path: { id } }, body: { series } }))
}

async function separate(id: number): Promise<unknown> {
  return unwrap(api.POST('/api/bills/{id}/separate/', { params: { path: { id } } }))
}

/** The words a declared series was made of, to say them again. */
function wordsOf(series: Series): DeclaredRequest {
  const { label, account, amount, cadence, role, next_date: next, ends_on: ends, category, payee } = series
  return { label, account: account ?? 0, amount, cadence, role, next_date: next ?? '', ends_on: ends, category, payee }
}

function changed(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: seriesQuery.queryKey })
}

interface BillDeeds {
  /** Resolves to the new series; what the server refuses is left to the form. */
  declare: (body: DeclaredRequest) => Promise<Series>
  remove: (series: Series) => void
  merge: (series: Series, other: Series) => void
  separate: (series: Series) => void
}

/** What changes which series there are; each can be taken back on one click. */
export function useBillDeeds(onGone: (kept: number | null) => void): BillDeeds {
  const client = useQueryClient()
  const failed = (error: unknown): void => {
    say({ title: t`Not changed`, message: messageOf(error), isBad: true })
    changed(client)
  }
  const back = (deed: Promise<unknown>): void => {
    deed.then(() => changed(client), failed)
  }
  const removing = useMutation({
    mutationFn: ({ id }: Series) => remove(id),
    onSuccess: (_gone, series) => {
      onGone(null)
      changed(client)
      offerUndo(t`${series.label} was removed.`, () => back(declare(wordsOf(series))))
    },
    onError: failed,
  })
  const merging = useMutation({
    mutationFn: ({ series, other }: { series: Series; other: Series }) => merge(series.id, other.id),
    onSuccess: (whole, { series, other }) => {
      onGone(null)
      changed(client)
      offerUndo(t`${series.label} and ${other.label} are one.`, () => back(separate(whole.id)))
    },
    onError: failed,
  })
  const separating = useMutation({
    mutationFn: ({ id }: Series) => separate(id),
    onSuccess: (_parts, { label }) => {
      onGone(null)
      changed(client)
      say({ message: t`${label} is set apart again.` })
    },
    onError: failed,
  })
  return {
    declare: async (body) => {
      const made = await declare(body)
      changed(client)
      offerUndo(t`${made.label} is declared.`, () => back(remove(made.id)))
      return made
    },
    remove: removing.mutate,
    merge: (series, other) => merging.mutate({ series, other }),
    separate: separating.mutate,
  }
}
