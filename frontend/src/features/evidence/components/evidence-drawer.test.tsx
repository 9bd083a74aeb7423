import { screen, within } from '@testing-library/react'
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
