import { useEffect, useState } from 'react'

/** The longest that something waits for a quiet moment. */
const PATIENCE_MS = 3000

/** Calls once when the page has loaded and has nothing else to do. The answer calls it off. */
export function whenIdle(deed: () => void): () => void {
  let handle = 0 as ReturnType<typeof setTimeout>
  const hasIdle = 'requestIdleCallback' in window
  const ask = (): void => {
    handle = hasIdle ? window.requestIdleCallback(deed, { timeout: PATIENCE_MS }) : setTimeout(deed, 200)
  }
  if (document.readyState === 'complete') ask()
  else window.addEventListener('load', ask, { once: true })
  return () => {
    window.removeEventListener('load', ask)
    if (hasIdle) window.cancelIdleCallback(handle)
    else clearTimeout(handle)
  }
}

/** False until the page's first quiet moment. */
export function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false)
  useEffect(() => whenIdle(() => setIdle(true)), [])
  return isIdle
}
