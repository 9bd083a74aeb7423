import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { Job } from '@/api/types'
import jobs from '@/testing/fixtures/jobs.json'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { Exports } from './exports'
import { Restore } from './restore'

const known = (jobs.results as Job[])[0]
const RESULT = {
  format: 'zip',
  file_name: 'spendwise-2026-11-27.zip',
  bytes: 346_213,
  sha256: '0246ca00000000000000000000000000000000000000000000000000000013e6',
  ledger_hash: '291421000000000000000000000000000000000000000000000000000000abcd',
  rows: 3503,
  expires_at: '2999-01-01T00:00:00Z',
}

function job(part: Partial<Job>): Job {
  if (!known) throw new Error('the fixture has no job')
  return { ...known, id: 71, kind: 'export', status: 'succeeded', error_code: '', error_message: '', is_cancel_requested: false, result: RESULT, ...part }
}

function page(...results: unknown[]) {
  return HttpResponse.json({ next: null, previous: null, results })
}

describe('taking everything with you', () => {
  it('asks for the archive, follows it, and shows its hashes', async () => {
    let state: Job | null = null
    server.use(
      http.get('/api/jobs/', ({ request }) => {
        expect(new URL(request.url).searchParams.get('kind')).toBe('export')
        const answer = state ? page(state) : page()
        if (state?.status === 'running') state = job({})
        return answer
      }),
      http.post('/api/export/', () => {
        state = job({ status: 'running', stage: 'transactions', progress: 40, result: null })
        return HttpResponse.json(state, { status: 202 })
      }),
    )
    renderPiece(<Exports />)
    await userEvent.click(screen.getByRole('button', { name: 'Make the archive (ZIP)' }))
    expect(await screen.findByText('Being made')).toBeVisible()
    expect(await screen.findByText('spendwise-2026-11-27.zip', {}, { timeout: 4000 })).toBeVisible()
    expect(screen.getByText('3,503 rows')).toBeVisible()
    expect(screen.getByRole('button', { name: /^SHA-256 of the file: 0246ca…13e6/u })).toBeVisible()
    expect(screen.getByRole('button', { name: 'Download' })).toBeEnabled()
  })

  it('says why a file was not made, and that an old one is gone', async () => {
    server.use(
      http.get('/api/jobs/', () =>
        page(
          job({ id: 1, status: 'failed', error_message: 'The disk is full.' }),
          job({ id: 2, result: { ...RESULT, expires_at: '2020-01-01T00:00:00Z' } }),
        ),
      ),
    )
    renderPiece(<Exports />)
    expect(await screen.findByText('The disk is full.')).toBeVisible()
    expect(screen.getByText(/^No longer kept/u)).toBeVisible()
    expect(screen.getByRole('button', { name: 'Download' })).toBeDisabled()
  })
})

describe('putting an archive back', () => {
  it('is not offered where there is data already', async () => {
    renderPiece(<Restore />)
    expect(await screen.findByText(/You have data here already/u)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Choose the archive' })).not.toBeInTheDocument()
  })

  it('follows a large archive to its end', async () => {
    let asked = 0
    server.use(
      http.get('/api/accounts/', () => page()),
      http.post('/api/restore/', () => HttpResponse.json(job({ kind: 'restore', status: 'queued', result: null }), { status: 202 })),
      http.get('/api/jobs/:id/', () => {
        asked += 1
        return HttpResponse.json(
          asked < 2
            ? job({ kind: 'restore', status: 'running', progress: 50, result: null })
            : job({ kind: 'restore', result: { ledger_hash: '291421abcdabcdabcd', tables: [{ table: 'transaction', rows: 9 }], files: 2 } }),
        )
      }),
    )
    const { container } = renderPiece(<Restore />)
    await screen.findByRole('button', { name: 'Choose the archive' })
    const input = container.querySelector('input[type=file]')
    if (!(input instanceof HTMLInputElement)) throw new Error('nothing to pick the archive with')
    await userEvent.upload(input, new File(['x'], 'mine.zip', { type: 'application/zip' }))
    expect(await screen.findByText('Everything is back, with 2 files.', {}, { timeout: 5000 })).toBeVisible()
    expect(screen.getByText('9 transactions')).toBeVisible()
    await waitFor(() => expect(asked).toBe(2))
  })

  it('says in the server’s words why nothing came back', async () => {
    server.use(
      http.get('/api/accounts/', () => page()),
      http.post('/api/restore/', () => HttpResponse.json({ code: 'broken_archive', message: 'A file of the archive is damaged.', fields: {} }, { status: 400 })),
    )
    const { container } = renderPiece(<Restore />)
    await screen.findByRole('button', { name: 'Choose the archive' })
    const input = container.querySelector('input[type=file]')
    if (!(input instanceof HTMLInputElement)) throw new Error('nothing to pick the archive with')
    await userEvent.upload(input, new File(['x'], 'mine.zip', { type: 'application/zip' }))
    expect(await screen.findByText('A file of the archive is damaged.')).toBeVisible()
  })
})
