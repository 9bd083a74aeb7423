import { t } from '@lingui/core/macro'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { messageOf } from '@/api/errors'
import { allRows } from '@/api/pages'
import type { Scenario, ScenarioChange } from '@/api/types'
import { offerUndo, say } from '@/components/ui/announce'
import { saidOf } from '../lib/changes'

export const scenariosQuery = queryOptions({
  queryKey: ['scenarios'],
  queryFn: (): Promise<Scenario[]> =>
    allRows((cursor) => unwrap(api.GET('/api/scenarios/', { params: { query: { page_size: 50, ...(cursor ? { cursor } : {}) } } }))),
})

/** Saved scenarios by their ids, and changes that are not saved, beside the forecast. Nothing is stored. */
export function trialQuery(months: number, ids: readonly number[], changes: readonly ScenarioChange[]) {
  const scenarios = [...ids.map((id) => ({ id })), ...(changes.length > 0 ? [{ changes: [...changes] }] : [])]
  return queryOptions({
    queryKey: ['scenarios', 'trial', months, scenarios],
    queryFn: () => unwrap(api.POST('/api/scenarios/evaluate/', { body: { months, scenarios } })),
    placeholderData: keepPreviousData,
    retry: false,
  })
}

interface Kept {
  id: number | null
  name: string
  changes: ScenarioChange[]
}

interface Deeds {
  keep: (kept: Kept, onDone: (scenario: Scenario) => void) => void
  remove: (scenario: Scenario) => void
  isKeeping: boolean
}

function create({ name, changes, currency }: { name: string; changes: ScenarioChange[]; currency?: string }): Promise<Scenario> {
  return unwrap(api.POST('/api/scenarios/', { body: { name, changes, ...(currency ? { currency } : {}) } }))
}

export function useScenarioDeeds(): Deeds {
  const client = useQueryClient()
  const changed = (): void => void client.invalidateQueries({ queryKey: ['scenarios'] })
  const failed = (title: string) => (error: unknown) => say({ title, message: messageOf(error), isBad: true })
  const keeping = useMutation({
    mutationFn: ({ id, name, changes }: Kept) =>
      id === null ? create({ name, changes }) : unwrap(api.PATCH('/api/scenarios/{id}/', { params: { path: { id } }, body: { name, changes } })),
    onSuccess: ({ name }) => {
      changed()
      say({ message: t`${name} is saved.` })
    },
    onError: failed(t`The scenario was not saved`),
  })
  const removal = useMutation({
    mutationFn: ({ id }: Scenario) => unwrap(api.DELETE('/api/scenarios/{id}/', { params: { path: { id } } })),
    onSuccess: (_gone, scenario) => {
      changed()
      const again = { name: scenario.name, currency: scenario.currency, changes: scenario.changes.filter((one) => !one.is_lost).map(saidOf) }
      offerUndo(t`${scenario.name} was thrown away.`, () => void create(again).then(changed, failed(t`Not taken back`)))
    },
    onError: failed(t`The scenario stays`),
  })
  return { keep: (kept, onDone) => keeping.mutate(kept, { onSuccess: onDone }), remove: removal.mutate, isKeeping: keeping.isPending }
}
