import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, it } from 'vitest'
import type { Operations } from '@/api/types'
import jobs from '@/testing/fixtures/jobs.json'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { OperationsPage } from './operations-page'

const MOMENT = '2026-11-28T10:00:00Z'
const FAILED = {
  id: 5, kind: 'export', owner: 7, stage: '', attempt: 3, error_code: 'attempts_exhausted', error_message: 'It was tried several times.',
  created_at: MOMENT, finished_at: MOMENT, can_retry: true,
} // prettier-ignore
const STATE: Operations = {
  seen_at: MOMENT,
  parts: [
    { name: 'database', trouble: '' },
    { name: 'redis', trouble: 'Redis does not answer' },
  ],
  queue: { depth: 2, later: 0, running: 1, oldest_seconds: 130 },
  counts: [{ kind: 'export', status: 'failed', count: 2 }],
  latencies: [{ kind: 'export', ended: 4, failed: 1, wait_median: 0.04, wait_p95: 2, run_median: 3, run_p95: 120 }],
  failed: [FAILED, { ...FAILED, id: 6, kind: 'restore', can_retry: false }],
  workers: [{ name: 'here:1', heard: 2, jobs: 1 }],
  redis: { ok: false, milliseconds: null, version: '', bytes_used: null, messages: null },
  database: { ok: true, engine: 'sqlite', version: '3.46.1', milliseconds: 1, bytes_used: 4_200_000 },
  media: { folders: [{ name: 'imports', files: 3, bytes_used: 1200 }], bytes_used: 1200, is_partial: false, bytes_free: 5_000_000_000 },
  backups: { is_on: true, ok: true, newest: { name: 'a.tar.gz', made_at: MOMENT, bytes: 500 }, age_seconds: 7200, count: 1, bytes_used: 500 },
  versions: [{ name: 'SpendWise', version: '0.1.0' }],
  engines: [{ name: 'series', version: 'series@4' }],
}

it('says what is wrong first, and asks for a failed job once more', async () => {
  const asked: string[] = []
  server.use(
    http.get('/api/operations/', () => HttpResponse.json(STATE)),
    http.post('/api/operations/jobs/:id/retry/', ({ params }) => {
      asked.push(String(params['id']))
      return HttpResponse.json(jobs.results[0], { status: 202 })
    }),
  )
  renderPiece(<OperationsPage />)
  expect(await screen.findByText('1 thing needs a look.')).toBeVisible()
  expect(screen.getByText(/2 jobs wait\..*1 worker is heard\..*2 h old/u)).toBeVisible()
  expect(screen.getByText('Redis does not answer')).toBeVisible()
  const line = within(screen.getByRole('region', { name: 'Jobs by kind' })).getAllByRole('row')[1]
  expect(line).toHaveTextContent('Export00020')
  expect(line).toHaveTextContent('40 ms / 2 s3 s / 2 min')
  const failed = within(screen.getByRole('region', { name: 'Failed jobs' })).getAllByRole('listitem')
  expect(failed.map((one) => within(one).queryByRole('button') !== null)).toEqual([true, false])
  await userEvent.click(screen.getByRole('button', { name: 'Ask again: Export' }))
  expect(await screen.findByText('Export was asked for again.')).toBeVisible()
  expect(asked).toEqual(['5'])
})

it('says that all is well when it is', async () => {
  const well = { ...STATE, parts: [{ name: 'database', trouble: '' }], failed: [], engines: [] }
  server.use(http.get('/api/operations/', () => HttpResponse.json(well)))
  renderPiece(<OperationsPage />)
  expect(await screen.findByText('Everything works.')).toBeVisible()
  expect(screen.getByText('None has failed.')).toBeVisible()
  expect(screen.getByText(/no engine has named its version/u)).toBeVisible()
})
