import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { Insight } from '@/api/types'
import fixture from '@/testing/fixtures/insights.json'
import transactions from '@/testing/fixtures/transactions.json'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { InsightsPage } from './insights-page'

const [insight] = fixture.results as unknown as [Insight]

/** A server that noticed this and writes down the answers. */
function noticing(...seen: Insight[]): string[] {
  const told: string[] = []
  let kept = seen
  const isOpen = ({ status }: Insight): boolean => status === 'new' || status === 'seen'
  server.use(
    http.get('/api/insights/', ({ request }) => {
      const isAll = new URL(request.url).searchParams.get('status') === 'all'
      return HttpResponse.json({ next: null, previous: null, results: isAll ? kept : kept.filter(isOpen) })
    }),
    http.post('/api/insights/:id/:answer/', ({ params }) => {
      const answer = String(params['answer'])
      told.push(answer)
      const status = ({ fine: 'fine', dismiss: 'dismissed' } as const)[answer] ?? 'new'
      kept = kept.map((one) => (String(one.id) === params['id'] ? { ...one, status } : one))
      return HttpResponse.json(kept[0])
    }),
  )
  return told
}

describe('what was noticed', () => {
  const user = userEvent.setup()

  it('is answered with one click, told below, and the answer can be taken back', async () => {
    const told = noticing(insight)
    renderPiece(<InsightsPage open={null} onOpen={() => undefined} />)
    await user.click(await screen.findByRole('button', { name: `This is fine: ${insight.title}` }))
    expect(await screen.findByRole('heading', { name: 'Nothing needs a look' })).toBeVisible()
    expect(await screen.findByRole('button', { name: 'Undo' })).toBeVisible()
    await user.click(await screen.findByRole('button', { name: `Take the answer back: ${insight.title}` }))
    expect(await screen.findByRole('article', { name: insight.title })).toBeVisible()
    expect(told).toEqual(['fine', 'reopen'])
  })

  it('lays its rows beside those it was held against', async () => {
    const [one, other] = transactions.results as unknown as [{ id: number; payee_name: string }, { id: number; payee_name: string }]
    noticing({ ...insight, transactions: [one.id], peers: [other.id] })
    renderPiece(<InsightsPage open={insight.id} onOpen={() => undefined} />)
    const about = await screen.findByRole('region', { name: 'The two charges' })
    expect(within(about).getByText(one.payee_name)).toBeVisible()
    expect(within(screen.getByRole('region', { name: 'Earlier charges there' })).getByText(other.payee_name)).toBeVisible()
  })

  it('asks for its rows to be opened by the address', async () => {
    noticing(insight)
    const asked: (number | null)[] = []
    renderPiece(<InsightsPage open={null} onOpen={(id) => asked.push(id)} />)
    await user.click(await screen.findByRole('button', { name: `Compare the rows: ${insight.title}` }))
    await waitFor(() => expect(asked).toEqual([insight.id]))
  })
})
