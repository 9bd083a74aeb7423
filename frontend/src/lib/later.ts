import { lazy, useEffect, useState, type ComponentType, type LazyExoticComponent } from 'react'
import { worded } from '@/locales/load'

export type Later<Props> = LazyExoticComponent<ComponentType<Props>> & {
  /** Fetches its program without showing it: on an intent, or in a quiet moment. Never fails; showing it tries again. */
  prefetch: () => Promise<void>
}

/** A part whose program is not needed for the first paint. It is fetched once, when it is wanted. */
export function later<Props>(load: () => Promise<ComponentType<Props>>): Later<Props> {
  let flight: Promise<ComponentType<Props>> | null = null
  const fetchOnce = (): Promise<ComponentType<Props>> => {
    flight ??= worded(load)().catch((error: unknown) => {
      flight = null
      throw error
    })
    return flight
  }
  const part = lazy(async () => ({ default: await fetchOnce() }))
  const prefetch = (): Promise<void> =>
    fetchOnce().then(
      () => undefined,
      () => undefined,
    )
  return Object.assign(part, { prefetch })
}

/**
 * `isOpen`, but closed in the first frame: what floats must be there closed before it opens, or it does not know where
 * the focus was and cannot give it back.
 */
export function useOpenedAfter(isOpen: boolean): boolean {
  const [isThere, setThere] = useState(false)
  useEffect(() => {
    const frame = requestAnimationFrame(() => setThere(true))
    return () => cancelAnimationFrame(frame)
  }, [])
  return isOpen && isThere
}
