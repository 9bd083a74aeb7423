import { api, unwrap } from '@/api/client'
import { allRows } from '@/api/pages'

/** Forgets what was remembered for files of this source and layout. */
export async function forgetProfile(sourceKey: string): Promise<void> {
  const profiles = await allRows((cursor) =>
    unwrap(api.GET('/api/import-profiles/', { params: { query: { page_size: 100, ...(cursor ? { cursor } : {}) } } })),
  )
  for (const { id, source_key: key } of profiles)
    if (key === sourceKey) await unwrap(api.DELETE('/api/import-profiles/{id}/', { params: { path: { id } } }))
}
