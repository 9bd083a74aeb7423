import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import asking from '@/testing/fixtures/import-asking.json'
import committed from '@/testing/fixtures/import-committed.json'
import previewed from '@/testing/fixtures/import-previewed.json'
import refused from '@/testing/fixtures/import-refused.json'
import told from '@/testing/fixtures/import-told.json'
import withErrors from '@/testing/fixtures/import-with-errors.json'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { RunCard } from './run-card'

function show(answer: { id: number }): void {
  server.use(http.get('/api/imports/:id/', () => HttpResponse.json(answer)))
  renderPiece(<RunCard id={answer.id} onPutAway={() => undefined} />)
}

describe('what the server really answers', () => {
  it('shows a plain table as read, with its columns sure', async () => {
    show(previewed)
    expect(await screen.findByRole('button', { name: 'Import 13 transactions' })).toBeEnabled()
    expect(screen.getByText('Read, and nothing is open')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Amount: Amount, sure. Change' })).toBeVisible()
    const rows = within(screen.getByRole('region', { name: 'As it will be booked' })).getAllByRole('row')
    expect(rows).toHaveLength(previewed.preview.length + 1)
  })

  it('shows an open question with what each answer means', async () => {
    show(asking)
    expect(await screen.findByRole('radio', { name: /^1 February 2025/u })).toBeVisible()
    expect(screen.getByRole('radio', { name: /^2 January 2025/u })).toBeVisible()
    expect(screen.getByRole('button', { name: /^Column C: Amount, a guess/u })).toBeVisible()
  })

  it('shows what was said as said', async () => {
    show(told)
    expect(await screen.findByRole('button', { name: 'Column B: Counterparty, you said so. Change' })).toBeVisible()
    expect(screen.getByText(/remembered for files like this/u)).toBeVisible()
    expect(screen.queryByRole('radio')).not.toBeInTheDocument()
  })

  it('shows the certificate of what was booked', async () => {
    show(committed)
    const certificate = await screen.findByRole('region', { name: 'Certificate of household-september.csv' })
    expect(certificate).toHaveTextContent('13 found=13 new+0 already there+0 left out')
    expect(screen.getByRole('link', { name: 'See the transactions' })).toHaveAttribute('href', expect.stringContaining('/transactions'))
  })

  it('names line and field of what it left out', async () => {
    show(withErrors)
    expect(await screen.findByText('Line 3')).toBeVisible()
    expect(screen.getByText('2 lines are left out; the others are not held up by that:')).toBeVisible()
  })

  it('shows a refused file in the words of the server', async () => {
    show(refused)
    expect(await screen.findByText(/This is a picture/u)).toBeVisible()
    expect(screen.queryByRole('button', { name: /^Import/u })).not.toBeInTheDocument()
  })
})
