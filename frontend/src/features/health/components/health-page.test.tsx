import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { HealthScore } from '@/api/types'
import fixture from '@/testing/fixtures/health-score.json'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { HealthPage } from './health-page'

const health = fixture as unknown as HealthScore

function judging(part: Partial<HealthScore>): void {
  server.use(http.get('/api/health-score/', () => HttpResponse.json({ ...health, ...part })))
}

describe('financial health', () => {
  it('without a score says why, and shows every indicator', async () => {
    judging({ score: null, reason: 'Too little is known.', pillars: [], change: null })
    renderPiece(<HealthPage />)
    expect(await screen.findByText(/There is no score/u)).toBeVisible()
    expect(screen.getByText(/Too little is known./u)).toBeVisible()
    expect(screen.getByRole('heading', { name: 'Savings rate, lately' })).toBeVisible()
    const missing = health.indicators.find((one) => one.missing !== '')
    if (missing) expect(screen.getAllByText(`Needs ${missing.missing}.`)[0]).toBeVisible()
  })

  it('with one tells its range, its sides and what moved it', async () => {
    const [first, second] = health.indicators as [HealthScore['indicators'][number], HealthScore['indicators'][number]]
    judging({
      score: 62.4,
      score_low: 55,
      score_high: 69,
      change: -1.5,
      pillars: [
        { key: 'save', score: 48, weight: 0.25 },
        { key: 'borrow', score: null, weight: 0.25 },
      ],
      indicators: [
        { ...first, pillar: 'save', contribution: -2.5 },
        { ...second, pillar: 'save', contribution: 1 },
      ],
    })
    renderPiece(<HealthPage />)
    expect(await screen.findByText('62')).toBeVisible()
    expect(screen.getByText(/Between 55 and 69/u)).toHaveTextContent('−1.5 points')
    expect(screen.getByText('Borrowing').parentElement).toHaveTextContent('not known')
    const moved = within(screen.getByRole('region', { name: 'Why it moved' }))
    expect(moved.getAllByRole('row').slice(1).map((row) => row.lastElementChild?.textContent)).toEqual(['−2.5', '+1.0', '−1.5'])
  })
})
