import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { nextCursor } from '@/api/pages'
import { MONEY_KEYS } from '@/api/queries'
import type { ImportOverrides, StatementImport } from '@/api/types'

/** What a person says about one file: where its lines go, and how it is to be read. */
export interface Instructions {
  /** null: where the file says; 'new': none of those that are there. */
  account: number | 'new' | null
  overrides: ImportOverrides
}

const PAGE = 20

export const importsQuery = infiniteQueryOptions({
  queryKey: ['imports', 'list'],
  queryFn: ({ pageParam }) =>
    unwrap(api.GET('/api/imports/', { params: { query: { page_size: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } } })),
  initialPageParam: '',
  getNextPageParam: nextCursor,
})

const POLL_MS = 1500

export function importQuery(id: number) {
  return queryOptions({
    queryKey: ['imports', id],
    queryFn: async (): Promise<StatementImport> => unwrap(api.GET('/api/imports/{id}/', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? POLL_MS : false),
  })
}

export function isUnderWay({ status }: Pick<StatementImport, 'status'>): boolean {
  return status === 'queued' || status === 'running'
}

/** A refused file answers 400 with the import itself, which says line by line why; every other refusal is an error. */
async function importOf(answer: Promise<{ data?: StatementImport; error?: unknown; response: Response }>): Promise<StatementImport> {
  const { data, error, response } = await answer
  if (response.status === 400 && isImport(error)) return error
  return unwrap(Promise.resolve({ ...(data ? { data } : {}), error, response }))
}

function isImport(value: unknown): value is StatementImport {
  return typeof value === 'object' && value !== null && 'id' in value && 'status' in value && 'lines_found' in value
}

/** Sends one file to be read; nothing of it is booked. */
export function uploadFile(file: File): Promise<StatementImport> {
  const form = new FormData()
  form.set('file', file)
  return importOf(api.POST('/api/imports/', { body: { file: '', commit: false, accept_assumed: false, new_account: false }, bodySerializer: () => form }))
}

/** Reads the kept file once more, as told. */
export function previewImport(id: number, instructions: Instructions): Promise<StatementImport> {
  return importOf(
    api.POST('/api/imports/{id}/preview/', { params: { path: { id } }, body: asBody(instructions) }),
  )
}

export function commitImport(id: number, instructions: Instructions): Promise<StatementImport> {
  return importOf(api.POST('/api/imports/{id}/commit/', { params: { path: { id } }, body: asBody(instructions) }))
}

/** Books it as it was last previewed. */
export function commitAsPreviewed(id: number): Promise<StatementImport> {
  return importOf(api.POST('/api/imports/{id}/commit/', { params: { path: { id } }, body: {} }))
}

/** All is always said: null and {} give the decision back, where leaving them out would keep what was said before. */
function asBody({ account, overrides }: Instructions) {
  return { account: account === 'new' ? null : account, new_account: account === 'new', overrides }
}

/** What taking an import back would take with it. */
export function rollbackPreview(id: number) {
  return unwrap(api.GET('/api/imports/{id}/rollback/', { params: { path: { id } } }))
}

/** `unlock`: reconciled transactions too. */
export async function rollbackImport(id: number, unlock: boolean): Promise<StatementImport> {
  return unwrap(api.POST('/api/imports/{id}/rollback/', { params: { path: { id } }, body: { unlock } }))
}

/** The lines of a committed import, each with its state; "" for all of them. */
export function linesQuery(id: number, status: '' | 'booked' | 'duplicate') {
  return infiniteQueryOptions({
    queryKey: ['imports', id, 'lines', status],
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/imports/{id}/lines/', {
          params: {
            path: { id },
            query: { page_size: 100, ...(status ? { status } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: nextCursor,
  })
}

/** An import brings or takes transactions, accounts, payees and categories. */
export function importChanged(client: QueryClient): void {
  for (const queryKey of [...MONEY_KEYS, ['imports'], ['duplicate-reviews'], ['categories'], ['import-profiles']])
    void client.invalidateQueries({ queryKey })
}
