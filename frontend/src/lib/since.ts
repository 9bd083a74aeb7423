import { t } from '@lingui/core/macro'

/** How long ago, in plain words: "just now", "3 min ago", "2 h ago", "4 days ago". */
export function since(moment: string, now: number = Date.now()): string {
  const seconds = Math.max(0, Math.round((now - Date.parse(moment)) / 1000))
  if (seconds < 45) return t`just now`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return t`${minutes} min ago`
  const hours = Math.round(minutes / 60)
  if (hours < 24) return t`${hours} h ago`
  const days = Math.round(hours / 24)
  return days === 1 ? t`yesterday` : t`${days} days ago`
}

/** "about 20 s left" from how far a job came since it started; null while that says nothing. */
export function timeLeft(startedAt: string | null, progress: number, now: number = Date.now()): string | null {
  if (!startedAt || progress < 10 || progress >= 100) return null
  const elapsed = (now - Date.parse(startedAt)) / 1000
  if (elapsed < 2) return null
  const left = Math.max(1, Math.round((elapsed * (100 - progress)) / progress))
  const minutes = Math.round(left / 60)
  return left < 90 ? t`about ${left} s left` : t`about ${minutes} min left`
}
