import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import committed from '@/testing/fixtures/import-committed.json'
import previewed from '@/testing/fixtures/import-previewed.json'
import refused from '@/testing/fixtures/import-refused.json'
import withErrors from '@/testing/fixtures/import-with-errors.json'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { FileCard } from './file-card'

const FILE = new File(['Booking date,Amount\n'], 'household-september.csv', { type: 'text/csv' })

function answering(body: object, status = 200): void {
  server.use(
    http.post('/api/imports/', () => HttpResponse.json(body, { status })),
    http.get('/api/imports/:id/', () => HttpResponse.json(body)),
  )
}

function counted(label: string): string {
  const term = screen.getByText(label, { selector: 'dt' })
  return term.parentElement?.querySelector('dd')?.textContent ?? ''
}

describe('a dropped file', () => {
  it('says what was understood before anything is kept', async () => {
    answering(previewed)
    renderPiece(<FileCard file={FILE} onRemove={() => undefined} />)
    expect(await screen.findByRole('button', { name: 'Import 13 transactions' })).toBeEnabled()
    expect(counted('found')).toBe('13')
    expect(counted('new')).toBe('13')
    expect(screen.getByText('comma')).toBeVisible()
    expect(within(screen.getByRole('table')).getAllByRole('row')).toHaveLength(previewed.preview.length + 1)
  })

  it('imports, then leads to the transactions and can be taken back', async () => {
    answering(previewed)
    server.use(
      http.post('/api/imports/:id/commit/', () => HttpResponse.json(committed, { status: 201 })),
      http.post('/api/imports/:id/rollback/', () => HttpResponse.json({ ...committed, status: 'rolled_back' })),
    )
    renderPiece(<FileCard file={FILE} onRemove={() => undefined} />)
    const button = await screen.findByRole('button', { name: /^Import 13/u })
    server.use(http.get('/api/imports/:id/', () => HttpResponse.json(committed)))
    await userEvent.click(button)
    expect(await screen.findByText(/13 transactions imported into/u)).toBeVisible()
    expect(screen.getByRole('link', { name: 'See the transactions' })).toHaveAttribute('href', expect.stringContaining('/transactions'))
    server.use(http.get('/api/imports/:id/', () => HttpResponse.json({ ...committed, status: 'rolled_back' })))
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
    expect(await screen.findByText(/Taken back/u)).toBeVisible()
  })

  it('names line and field of what it left out', async () => {
    answering(withErrors)
    renderPiece(<FileCard file={FILE} onRemove={() => undefined} />)
    expect(await screen.findByText('Line 3')).toBeVisible()
    expect(screen.getByText(/'2025-13-41' is not a date/u)).toBeVisible()
    expect(counted('rejected')).toBe('2')
  })

  it('shows a refused file as refused, in the words of the server', async () => {
    answering(refused, 400)
    renderPiece(<FileCard file={FILE} onRemove={() => undefined} />)
    expect(await screen.findByText(/This is a picture/u)).toBeVisible()
    expect(screen.queryByRole('button', { name: /^Import/u })).not.toBeInTheDocument()
  })

  it('offers nothing to import when all of it is there already', async () => {
    answering({ ...previewed, lines_new: 0, lines_duplicate: 13 })
    renderPiece(<FileCard file={FILE} onRemove={() => undefined} />)
    const button = await screen.findByRole('button', { name: 'Nothing new to import' })
    await waitFor(() => expect(button).toBeDisabled())
  })
})
