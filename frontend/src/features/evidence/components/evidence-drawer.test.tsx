import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import factEvidence from '@/testing/fixtures/fact-evidence.json'
import ratioEvidence from '@/testing/fixtures/fact-evidence-ratio.json'
import summary from '@/testing/fixtures/summary.json'
import { formatMoney } from '@/lib/money'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { EvidenceDrawer } from './evidence-drawer'

function lastRow(table: HTMLElement): string {
  return within(table).getAllByRole('row').at(-1)?.lastElementChild?.textContent ?? ''
}

describe('the evidence of a summary figure', () => {
  it('adds its rows up to exactly the figure', async () => {
    renderPiece(<EvidenceDrawer isOpen target={{ kind: 'summary', metric: 'expense', period: '2025-09' }} onClose={() => undefined} />)
    expect(await screen.findByText(/make exactly/u)).toHaveTextContent(formatMoney(summary.expense, 'EUR'))
    expect(lastRow(screen.getByRole('table'))).toBe(formatMoney(summary.expense, 'EUR'))
  })

  it('counts what came in and what went out for the net', async () => {
    renderPiece(<EvidenceDrawer isOpen target={{ kind: 'summary', metric: 'net', period: '2025-09' }} onClose={() => undefined} />)
    await screen.findByText(/make exactly/u)
    expect(within(screen.getByRole('table')).getAllByRole('row')).toHaveLength(summary.count + 1)
  })

  it('takes only what has no category where the figure does', async () => {
    renderPiece(
      <EvidenceDrawer isOpen target={{ kind: 'summary', metric: 'expense', period: '2025-09', category: null }} onClose={() => undefined} />,
    )
    const stated = summary.by_category.find(({ category }) => category === null)
    expect(await screen.findByText(/make exactly/u)).toHaveTextContent(formatMoney(stated?.expense ?? '', 'EUR'))
  })

  it('does not claim that rows add up when they do not', async () => {
    server.use(http.get('/api/summary/', () => HttpResponse.json({ ...summary, expense: '-1.00' })))
    renderPiece(<EvidenceDrawer isOpen target={{ kind: 'summary', metric: 'expense', period: '2025-09' }} onClose={() => undefined} />)
    expect(await screen.findByText(/Something changed while you were reading/u)).toBeVisible()
  })
})

describe('the evidence of a stored fact', () => {
  it('shows definition, formula and rows with the running sum', async () => {
    renderPiece(<EvidenceDrawer isOpen target={{ kind: 'fact', id: factEvidence.fact.id }} onClose={() => undefined} />)
    expect(await screen.findByText(factEvidence.definition)).toBeVisible()
    expect(screen.getByText(`Formula ${factEvidence.fact.formula}`)).toBeVisible()
    expect(lastRow(screen.getByRole('table'))).toBe(formatMoney(factEvidence.fact.value, factEvidence.fact.unit))
    expect(screen.getByRole('dialog', { name: factEvidence.fact.label })).toBeVisible()
  })

  it('reads on until the last page, and counts all rows', async () => {
    const [row] = factEvidence.rows
    const rows = Array.from({ length: 3 }, (_, place) => ({ ...row, transaction: 900 + place, running: `${place + 1}.00` }))
    const whole = { ...factEvidence, row_count: 3, total: '3.00' }
    server.use(
      http.get('/api/facts/:id/evidence/', ({ request }) => {
        const cursor = new URL(request.url).searchParams.get('cursor')
        if (cursor === 'second') return HttpResponse.json({ ...whole, rows: rows.slice(2), offset: 2, next: null })
        return HttpResponse.json({ ...whole, rows: rows.slice(0, 2), next: 'https://x.test/api/facts/f1/evidence/?cursor=second' })
      }),
    )
    renderPiece(<EvidenceDrawer isOpen target={{ kind: 'fact', id: 'f1' }} onClose={() => undefined} />)
    await waitFor(() => expect(within(screen.getByRole('table')).getAllByRole('row')).toHaveLength(rows.length + 1))
    expect(lastRow(screen.getByRole('table'))).toBe(formatMoney('3.00', factEvidence.fact.unit))
    expect(screen.getByText(/from the 3 rows: the same/u)).toBeVisible()
  })

  it('keeps the rows it has when the next page fails', async () => {
    server.use(
      http.get('/api/facts/:id/evidence/', ({ request }) =>
        new URL(request.url).searchParams.has('cursor')
          ? HttpResponse.json({ code: 'broken', message: 'Try again later.', fields: {} }, { status: 500 })
          : HttpResponse.json({ ...factEvidence, next: 'https://x.test/?cursor=second' }),
      ),
    )
    renderPiece(<EvidenceDrawer isOpen target={{ kind: 'fact', id: 'f1' }} onClose={() => undefined} />)
    expect(await screen.findByText(/The rows that follow could not be loaded/u)).toBeVisible()
    expect(within(screen.getByRole('table')).getAllByRole('row')).toHaveLength(factEvidence.rows.length + 1)
  })

  it('shows what a ratio was made from, each part with its own evidence', async () => {
    server.use(http.get('/api/facts/:id/evidence/', () => HttpResponse.json(ratioEvidence)))
    renderPiece(<EvidenceDrawer isOpen target={{ kind: 'fact', id: ratioEvidence.fact.id }} onClose={() => undefined} />)
    const [above] = ratioEvidence.inputs
    const shown = formatMoney(above?.value ?? '', above?.unit ?? '')
    expect(await screen.findByRole('button', { name: shown })).toBeVisible()
    expect(screen.getByText(/from the figures it is made from: the same/u)).toBeVisible()
  })

  it('says when the figure is out of date, and offers to recompute', async () => {
    const stale = { ...factEvidence, matches: false, recomputed: '9.00', fact: { ...factEvidence.fact, is_stale: true } }
    server.use(http.get('/api/facts/:id/evidence/', () => HttpResponse.json(stale)))
    renderPiece(<EvidenceDrawer isOpen target={{ kind: 'fact', id: 'f1' }} onClose={() => undefined} />)
    expect(await screen.findByRole('button', { name: 'Recompute' })).toBeVisible()
    expect(screen.getByText(/it is €9.00/u)).toBeVisible()
  })
})
