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
    queryFn: async () => new Blob([await getFile(path)], { type: 'text/html;charset=utf-8' }),
    staleTime: Infinity,
    gcTime: 60_000,
  })
}
