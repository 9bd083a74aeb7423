/** A lock between tabs for pages served over plain http, where the browser offers none. A holder that dies is waited out. */

const LEASE_MS = 10_000
const SETTLE_MS = 40

interface Lease {
  holder: string
  until: number
}

function readLease(name: string): Lease | null {
  try {
    const lease: unknown = JSON.parse(localStorage.getItem(name) ?? 'null')
    const isLease = typeof lease === 'object' && lease !== null && 'holder' in lease && 'until' in lease
    return isLease ? { holder: String(lease.holder), until: Number(lease.until) } : null
  } catch {
    return null
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** Two tabs may write at once; the one whose name still stands after a moment holds the lock. */
async function take(name: string, holder: string): Promise<boolean> {
  const lease = readLease(name)
  if (lease && lease.until > Date.now()) return false
  localStorage.setItem(name, JSON.stringify({ holder, until: Date.now() + LEASE_MS }))
  await pause(SETTLE_MS)
  return readLease(name)?.holder === holder
}

export async function withStoredLock<T>(name: string, task: () => Promise<T>): Promise<T> {
  const holder = `${Date.now()}-${Math.random()}`
  const giveUpAt = Date.now() + LEASE_MS
  while (!(await take(name, holder)) && Date.now() < giveUpAt) await pause(SETTLE_MS)
  try {
    return await task()
  } finally {
    if (readLease(name)?.holder === holder) localStorage.removeItem(name)
  }
}
