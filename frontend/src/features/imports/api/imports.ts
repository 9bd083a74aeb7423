import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { MONEY_KEYS } from '@/api/queries'
import type { StatementImport } from '@/api/types'

export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: async () => (await unwrap(api.GET('/api/imports/', { params: { query: { page_size: 20 } } }))).results,
})

const POLL_MS = 1500

export function importQuery(id: number) {
  return queryOptions({
    queryKey: ['imports', id],
    queryFn: () => unwrap(api.GET('/api/imports/{id}/', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? POLL_MS : false),
  })
}

export function isUnderWay({ status }: Pick<StatementImport, 'status'>): boolean {
  return status === 'queued' || status === 'running'
}

/** Sends one file to be read. A refused file answers like a read one, with status "failed" and its errors. */
export async function previewFile(file: File, account: number | null): Promise<StatementImport> {
  const form = new FormData()
  form.set('file', file)
  if (account !== null) form.set('account', String(account))
  const { data, error, response } = await api.POST('/api/imports/', {
    body: { file: '', commit: false },
    bodySerializer: () => form,
  })
  const refused: unknown = error
  if (response.status === 400 && isImport(refused)) return refused
  return unwrap(Promise.resolve({ ...(data ? { data } : {}), error: refused, response }))
}

function isImport(value: unknown): value is StatementImport {
  return typeof value === 'object' && value !== null && 'id' in value && 'status' in value && 'lines_found' in value
}

export function commitImport(id: number, account: number | null): Promise<StatementImport> {
  return unwrap(
    api.POST('/api/imports/{id}/commit/', { params: { path: { id } }, body: account === null ? {} : { account } }),
  )
}

export function rollbackImport(id: number): Promise<StatementImport> {
  return unwrap(api.POST('/api/imports/{id}/rollback/', { params: { path: { id } } }))
}

/** An import brings or takes transactions, accounts, payees and categories. */
export function importChanged(client: QueryClient): void {
  for (const queryKey of [...MONEY_KEYS, ['imports'], ['categories']]) void client.invalidateQueries({ queryKey })
}
