import { queryOptions } from '@tanstack/react-query'
import { api, getFile, getJson, unwrap } from '@/api/client'
import type { Report, ReportSchedule } from '@/api/types'
import { readDocument } from '../lib/document'

/** `period`: "2026-10", "2026-Q3" or "2026". */
export function requestReport(period: string): Promise<Report> {
  return unwrap(api.POST('/api/reports/', { body: { period } }))
}

/** By mail to the own address; a version that was sent is not sent again. */
export function mailReport(id: number): Promise<Report> {
  return unwrap(api.POST('/api/reports/{id}/mail/', { params: { path: { id } } }))
}

export const scheduleQuery = queryOptions({
  queryKey: ['reports', 'schedule'],
  queryFn: () => unwrap(api.GET('/api/reports/schedule/')),
})

export type ScheduleChoice = Pick<
  ReportSchedule,
  'monthly' | 'quarterly' | 'yearly' | 'deliver_by_mail' | 'mail_contents'
>

export function saveSchedule(body: ScheduleChoice): Promise<ReportSchedule> {
  return unwrap(api.PUT('/api/reports/schedule/', { body }))
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
