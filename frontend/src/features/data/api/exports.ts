import { queryOptions } from '@tanstack/react-query'
import { api, getFile, unwrap } from '@/api/client'
import { isLive } from '@/api/jobs'
import type { Job } from '@/api/types'

export type ExportFormat = 'zip' | 'beancount' | 'hledger'

const POLL_MS = 1000
const SHOWN = 10

/** What was asked for lately, the newest first; read again and again while something is being made. */
export const exportsQuery = queryOptions({
  queryKey: ['exports'],
  queryFn: async (): Promise<Job[]> =>
    (await unwrap(api.GET('/api/jobs/', { params: { query: { kind: 'export', page_size: SHOWN } } }))).results,
  refetchInterval: ({ state }) => (state.data?.some(({ status }) => isLive(status)) ? POLL_MS : false),
})

export function makeExport(format: ExportFormat): Promise<Job> {
  return unwrap(api.POST('/api/export/', { body: { format } }))
}

export function exportPath(job: number): string {
  return `/api/export/${job}/file/`
}

/** Lists that can be had as a table, by the first part of their address. */
export type TableName =
  | 'transactions'
  | 'accounts'
  | 'categories'
  | 'payees'
  | 'rules'
  | 'tags'
  | 'transfers'
  | 'reconciliations'
  | 'rates'
  | 'imports'

export function getTable(name: TableName, format: 'csv' | 'xlsx'): Promise<Blob> {
  return getFile(`/api/${name}/export/?format=${format}`)
}
