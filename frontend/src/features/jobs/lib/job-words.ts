import { t } from '@lingui/core/macro'
import type { Job, JobStatus } from '@/api/types'
import { stretchName } from '@/lib/period'
import { stageName } from '@/lib/stage-words'
import { humanised } from '@/lib/words'

const KINDS: Record<string, string> = {
  demo_household: t`Demo household booked`,
  demo_removal: t`Demo household removed`,
  export: t`Export of your data`,
  ledger_edit: t`Change of many transactions`,
  ledger_undo: t`Undo of a large change`,
  monthly_report: t`Monthly report`,
  report_mail: t`Report by mail`,
  refresh_unit: t`Figures brought up to date`,
  restore: t`Archive put back`,
  rules_run: t`Rules applied to your history`,
  statement_import: t`Import`,
}

/** "Report for October 2026" from the job's kind and key. */
export function jobTitle(job: Pick<Job, 'kind' | 'key'>): string {
  const period = /^(?:monthly|quarterly|yearly)_report_\d+_(\d{4}(?:-\d{2}|-Q[1-4])?)$/u.exec(job.key)?.[1]
  if (period) return t`Report for ${stretchName(period)}`
  if (job.key.startsWith('refresh_analyse')) return t`Analysis of your money`
  return KINDS[job.kind] ?? humanised(job.kind)
}

export const STATUS_WORDS: Record<JobStatus, string> = {
  queued: t`Waiting for the worker`,
  running: t`Running`,
  succeeded: t`Done`,
  failed: t`Failed`,
  cancelled: t`Cancelled`,
}

export function stageWords(job: Pick<Job, 'status' | 'stage' | 'is_cancel_requested'>): string {
  if (job.is_cancel_requested && (job.status === 'queued' || job.status === 'running')) return t`Stopping`
  return job.status === 'running' && job.stage ? stageName(job.stage) : STATUS_WORDS[job.status]
}

const CHANGING = new Set(['ledger_edit', 'ledger_undo'])

/** The number of the one change that a job made of the ledger, by which it can be taken back; null for every other job. */
export function changeMade(job: Pick<Job, 'kind' | 'status' | 'result'>): number | null {
  if (job.status !== 'succeeded' || !CHANGING.has(job.kind)) return null
  const change = Number(job.result?.['change_set'])
  return Number.isInteger(change) && change > 0 ? change : null
}
