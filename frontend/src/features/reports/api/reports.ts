import { queryOptions } from '@tanstack/react-query'
import { api, getFile, getJson, unwrap } from '@/api/client'
import type { Report } from '@/api/types'
import { readDocument } from '../lib/document'

export function requestReport(month: string): Promise<Report> {
  return unwrap(api.POST('/api/reports/', { body: { month } }))
}

/** The files of a report never change: a newer version is another report. */
export function documentQuery(path: string) {
  return queryOptions({
    queryKey: ['report-document', path],
    queryFn: async () => readDocument(await getJson(path)),
    staleTime: Infinity,
  })
}

export function pageQuery(path: string) {
  return queryOptions({
    queryKey: ['report-page', path],
    queryFn: () => getFile(path),
    staleTime: Infinity,
    gcTime: 60_000,
  })
}

/** Saves a private file under a name, by a blob: a plain link would carry no token. */
export async function download(path: string, name: string): Promise<void> {
  const blob = await getFile(path)
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
