import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import type { StatementImport } from '@/api/types'
import { answeredRun, askingRun, bookedRun } from '@/testing/import-runs'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { Imports } from './imports'

function listing(...runs: StatementImport[]): void {
  server.use(
    http.get('/api/imports/', () => HttpResponse.json({ next: null, previous: null, results: runs })),
    http.get('/api/imports/:id/', ({ params }) => HttpResponse.json(runs.find(({ id }) => String(id) === params['id']))),
  )
}

async function drop(...names: string[]): Promise<void> {
  const files = names.map((name) => new File([name], name, { type: 'text/csv' }))
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  if (!input) throw new Error('no place to drop')
  await userEvent.upload(input, files)
}

const NOW = new Date().toISOString()

beforeEach(() => localStorage.clear())

describe('the import page', () => {
  it('teaches what to do when there is nothing yet', async () => {
    listing()
    renderPiece(<Imports />)
    expect(await screen.findByText(/the longest period it allows is the best start/u)).toBeVisible()
    expect(screen.getByText(/up to 256 MB each/u)).toBeVisible()
  })

  it('brings back what was waiting before a reload, until it is put away', async () => {
    listing({ ...askingRun, created_at: NOW })
    const { unmount } = renderPiece(<Imports />)
    await userEvent.click(await screen.findByRole('button', { name: 'Put umsaetze.csv away' }))
    expect(screen.queryByRole('article', { name: 'umsaetze.csv' })).not.toBeInTheDocument()
    unmount()
    renderPiece(<Imports />)
    expect(await screen.findByText(/the longest period it allows/u)).toBeVisible()
    expect(screen.queryByRole('article', { name: 'umsaetze.csv' })).not.toBeInTheDocument()
  })

  it('takes many files at once and imports all that ask nothing', async () => {
    const stored = new Map<number, StatementImport>()
    server.use(
      http.get('/api/imports/', () => HttpResponse.json({ next: null, previous: null, results: [] })),
      http.post('/api/imports/', () => {
        const id = 40 + stored.size
        const run = { ...(stored.size === 2 ? askingRun : answeredRun), id, file_name: `${id}.csv` }
        stored.set(id, run)
        return HttpResponse.json(run)
      }),
      http.get('/api/imports/:id/', ({ params }) => HttpResponse.json(stored.get(Number(params['id'])))),
      http.post('/api/imports/:id/commit/', ({ params }) => {
        const id = Number(params['id'])
        const run = { ...bookedRun, id, file_name: stored.get(id)?.file_name ?? '' }
        stored.set(id, run)
        return HttpResponse.json(run, { status: 201 })
      }),
    )
    renderPiece(<Imports />)
    await drop('a.csv', 'b.csv', 'c.csv')
    expect(await screen.findByText('3 files: 2 ready and 1 with a question.')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Import the 2 that ask nothing' }))
    expect(await screen.findByText('3 files: 1 with a question and 2 imported.')).toBeVisible()
  })

  it('shows a refused file as refused, in the words of the server', async () => {
    listing()
    const errors = [{ line: null, field: '', message: 'This is a picture. Download the statement as a file of transactions.' }]
    const refused: StatementImport = { ...answeredRun, status: 'failed', errors, preview: [], columns: [], accounts: [] }
    server.use(
      http.post('/api/imports/', () => HttpResponse.json(refused, { status: 400 })),
      http.get('/api/imports/:id/', () => HttpResponse.json(refused)),
    )
    renderPiece(<Imports />)
    await drop('holiday.csv')
    expect(await screen.findByText(/This is a picture/u)).toBeVisible()
    expect(screen.queryByRole('button', { name: /^Import \d/u })).not.toBeInTheDocument()
  })

  it('says what to do when a file did not arrive, and tries again', async () => {
    listing(answeredRun)
    server.use(http.post('/api/imports/', () => HttpResponse.json({}, { status: 503 }), { once: true }))
    renderPiece(<Imports />)
    await drop('umsaetze.csv')
    expect(await screen.findByText('The file did not arrive')).toBeVisible()
    server.use(http.post('/api/imports/', () => HttpResponse.json(answeredRun)))
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('button', { name: 'Import 4 transactions' })).toBeVisible()
  })

  it('keeps a history with certificates', async () => {
    listing({ ...bookedRun, created_at: NOW })
    renderPiece(<Imports />)
    await userEvent.click(await screen.findByRole('button', { name: 'umsaetze.csv: certificate' }))
    const certificate = screen.getByRole('region', { name: 'Certificate of umsaetze.csv' })
    expect(within(certificate).getByText('Every line accounted for')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Undo the import of umsaetze.csv' })).toBeEnabled()
    await waitFor(() => expect(screen.queryByRole('article')).not.toBeInTheDocument())
  })
})
