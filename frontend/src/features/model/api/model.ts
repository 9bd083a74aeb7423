import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { nextCursor } from '@/api/pages'
import type { ModelGiven, ModelPreview, ModelSetting } from '@/api/types'

const PAGE = 20

export const modelQuery = queryOptions({
  queryKey: ['model', 'setting'],
  queryFn: () => unwrap(api.GET('/api/model/')),
})

/** What the newest report would send at this level. Nothing is sent. */
export function previewQuery(level: number) {
  return queryOptions({
    queryKey: ['model', 'preview', level],
    queryFn: (): Promise<ModelPreview> =>
      unwrap(api.POST('/api/model/preview/', { body: { privacy_level: level as NonNullable<ModelGiven['privacy_level']> } })),
  })
}

export const egressQuery = infiniteQueryOptions({
  queryKey: ['egress', 'list'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam }) =>
    unwrap(api.GET('/api/egress/', { params: { query: { page_size: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } } })),
  getNextPageParam: nextCursor,
})

export function egressTextQuery(id: number) {
  return queryOptions({
    queryKey: ['egress', 'text', id],
    queryFn: () => unwrap(api.GET('/api/egress/{id}/', { params: { path: { id: String(id) } } })),
  })
}

export function changeModel(body: ModelGiven): Promise<ModelSetting> {
  return unwrap(api.PATCH('/api/model/', { body }))
}

/** Ends it: the key is removed as well. */
export async function removeModel(): Promise<void> {
  await unwrap(api.DELETE('/api/model/'))
}

export function modelChanged(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: ['model'] })
}
