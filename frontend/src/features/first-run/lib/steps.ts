import type { DemoHousehold, Job } from '@/api/types'

export const STEPS = ['basics', 'rows', 'look'] as const
export type Step = (typeof STEPS)[number]

export function isStep(name: string | undefined): name is Step {
  return STEPS.some((step) => step === name)
}

/** Where somebody who comes back goes on: what is done already need not be asked again. */
export function stepToGoOn(demo: Pick<DemoHousehold, 'rows' | 'own_rows' | 'job'>, baseCurrency: string): Step {
  if (demo.rows + demo.own_rows > 0 || demo.job) return 'look'
  return baseCurrency ? 'rows' : 'basics'
}

type Glance = Pick<Job, 'kind' | 'key' | 'status'>
export type Stage = 'empty' | 'booking' | 'looking' | 'done' | 'failed'

function isLive({ status }: Glance): boolean {
  return status === 'queued' || status === 'running'
}

/**
 * How far it is from rows to the first finding. `jobs` are newest first. An analysis that is asked for but not in the
 * list yet counts as under way, so that nobody reads "nothing found" before somebody has looked.
 */
export function stageOf(jobs: readonly Glance[], rows: number, hasFindings: boolean): Stage {
  const filling = jobs.find(({ kind }) => kind === 'demo_household')
  if (filling && isLive(filling)) return 'booking'
  if (rows === 0) return filling?.status === 'failed' ? 'failed' : 'empty'
  if (hasFindings) return 'done'
  const analyses = jobs.filter(({ key }) => key.startsWith('refresh_analyse'))
  return analyses.length > 0 && !analyses.some(isLive) ? 'done' : 'looking'
}
