import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { openEventStream } from '@/api/client'
import { backOff, readEvents, type StreamEvent } from '@/api/event-stream'
import { applyJob, jobsQuery } from '@/api/jobs'
import type { Job } from '@/api/types'

/** Without a word for this long (the server pings every 15 s) the connection counts as dead. */
const SILENCE_MS = 40_000
/** After this many attempts in a row the lists are polled instead, until the stream is back. */
const PATIENCE = 2

interface JobNews {
  job: Job
}

function isJobNews(value: unknown): value is JobNews {
  return (
    typeof value === 'object' &&
    value !== null &&
    'job' in value &&
    typeof value.job === 'object' &&
    value.job !== null &&
    'id' in value.job &&
    'status' in value.job
  )
}

function readNews(event: StreamEvent): JobNews | null {
  if (event.type !== 'job') return null
  const news: unknown = JSON.parse(event.data)
  return isJobNews(news) ? news : null
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

interface Watch {
  client: QueryClient
  signal: AbortSignal
  onLive: (isLive: boolean) => void
}

/** One connection: from opening until it ends, breaks or falls silent. Returns the id of the last event seen. */
async function listen(lastEventId: string | null, { client, signal, onLive }: Watch): Promise<string | null> {
  const connection = new AbortController()
  const end = (): void => connection.abort()
  signal.addEventListener('abort', end)
  let seen = lastEventId
  let silence = setTimeout(end, SILENCE_MS)
  try {
    const response = await openEventStream(lastEventId, connection.signal)
    onLive(true)
    // Whatever happened while nobody listened is in the list, not in the stream.
    void client.invalidateQueries({ queryKey: jobsQuery.queryKey })
    await readEvents(response, (event) => {
      clearTimeout(silence)
      silence = setTimeout(end, SILENCE_MS)
      seen = event.id ?? seen
      const news = readNews(event)
      if (news) applyJob(client, news.job)
    })
  } catch {
    // A broken connection is ordinary: the caller waits and comes back, polling fills the gap.
  } finally {
    clearTimeout(silence)
    signal.removeEventListener('abort', end)
  }
  return seen
}

async function watchJobs(watch: Watch): Promise<void> {
  let seen: string | null = null
  let failures = 0
  while (!watch.signal.aborted) {
    const opened = Date.now()
    seen = await listen(seen, watch)
    failures = Date.now() - opened > 5_000 ? 1 : failures + 1
    if (failures >= PATIENCE) watch.onLive(false)
    await pause(backOff(failures), watch.signal)
  }
}

/** Keeps the job list alive by the event stream; answers whether the stream is up (else the caller polls). */
export function useJobStream(): boolean {
  const client = useQueryClient()
  const [isLive, setLive] = useState(true)
  useEffect(() => {
    const stop = new AbortController()
    void watchJobs({ client, signal: stop.signal, onLive: setLive })
    return () => stop.abort()
  }, [client])
  return isLive
}
