import { t } from '@lingui/core/macro'
import { api, unwrap } from '@/api/client'
import { ApiError } from '@/api/errors'
import { isLive } from '@/api/jobs'
import { readRestored, type Restored } from '../lib/results'

const POLL_MS = 1000

/** Puts an archive back; a large one becomes a job, which is followed here to its end. */
export async function restoreArchive(file: File, onProgress: (percent: number) => void): Promise<Restored> {
  const form = new FormData()
  form.set('file', file)
  const answer: unknown = await unwrap(api.POST('/api/restore/', { body: { file: '' }, bodySerializer: () => form }))
  const done = readRestored(answer)
  if (done) return done
  return followRestore(answer, onProgress)
}

async function followRestore(job: unknown, onProgress: (percent: number) => void): Promise<Restored> {
  const id = typeof job === 'object' && job !== null && 'id' in job ? Number(job.id) : NaN
  for (;;) {
    const now = await unwrap(api.GET('/api/jobs/{id}/', { params: { path: { id } } }))
    if (!isLive(now.status)) {
      const done = readRestored(now.result)
      if (done) return done
      throw new ApiError(409, now.error_code || now.status, now.error_message || t`It was stopped. Nothing was put back.`)
    }
    onProgress(now.progress)
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

/** Removes the person with everything that is theirs, for good. */
export async function deleteMe(password: string): Promise<void> {
  await unwrap(api.DELETE('/api/auth/me/', { body: { password } }))
}
