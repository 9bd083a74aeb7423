import { queryOptions } from '@tanstack/react-query'
import { api, getFile, unwrap } from '@/api/client'
import { latestChangeOf, undoChange } from './changes'

/** What the server takes. It looks at the content itself; this only narrows the file picker. */
export const KINDS = 'image/png,image/jpeg,image/webp,image/heic,image/heif,application/pdf'

export function attachmentPath(id: number): string {
  return `/api/attachments/${id}/file/`
}

/** The file as something the page can show; the kind is the server's, so that nothing else can run in its place. */
export function attachmentQuery(id: number, kind: string) {
  return queryOptions({
    queryKey: ['attachment', id],
    queryFn: async () => new Blob([await getFile(attachmentPath(id))], { type: kind }),
    staleTime: Infinity,
    gcTime: 60_000,
  })
}

export async function attachFile(transaction: number, file: File): Promise<void> {
  const form = new FormData()
  form.set('file', file)
  await unwrap(
    api.POST('/api/transactions/{id}/attachments/', {
      params: { path: { id: transaction } },
      body: { file: '' },
      bodySerializer: () => form,
    }),
  )
}

/** Takes a file off its row; the answer puts it back, which works for 30 days. */
export async function detachFile(transaction: number, id: number): Promise<() => Promise<void>> {
  await unwrap(api.DELETE('/api/attachments/{id}/', { params: { path: { id } } }))
  const change = await latestChangeOf(transaction)
  return async () => {
    if (change !== undefined) await undoChange(change)
  }
}
