import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { Rates } from './rates'

const MINE = { id: 3, base: 'CHF', quote: 'EUR', rate_date: '2026-11-02', rate: '1.0643', source: 'manual', is_shared: false }
const SHARED = { ...MINE, id: 4, base: 'USD', rate: '0.92', source: 'ecb', is_shared: true }
let sent: unknown[] = []

beforeEach(() => {
  sent = []
  server.use(
    http.get('/api/rates/', () => HttpResponse.json({ next: null, previous: null, results: [MINE, SHARED] })),
    http.get('/api/net-worth/', () =>
      HttpResponse.json({ points: [], currency: 'EUR', missing_rates: [{ base: 'JPY', quote: 'EUR', day: '2026-03-03', reason: 'none' }] }),
    ),
    http.post('/api/rates/', async ({ request }) => {
      const body = await request.json()
      sent.push(body)
      return HttpResponse.json({ ...MINE, ...(body as object) }, { status: 201 })
    }),
    http.delete('/api/rates/:id/', ({ params }) => {
      sent.push(`delete ${String(params['id'])}`)
      return new HttpResponse(null, { status: 204 })
    }),
  )
})

describe('exchange rates', () => {
  it('offer to state the one that is missing', async () => {
    renderPiece(<Rates />)
    await userEvent.click(await screen.findByRole('button', { name: 'State it' }))
    await userEvent.type(screen.getByLabelText('is worth'), '0,0061')
    await userEvent.click(screen.getByRole('button', { name: 'Add' }))
    await waitFor(() => expect(sent).toEqual([{ base: 'JPY', quote: 'EUR', rate_date: '2026-03-03', rate: '0.0061' }]))
  })

  it('can be removed and put back, but for those of the server', async () => {
    renderPiece(<Rates />)
    expect(await screen.findByText('1 USD = 0.92 EUR')).toBeVisible()
    expect(screen.getByText('ECB, for everybody here')).toBeVisible()
    const removals = screen.getAllByRole('button', { name: /^Remove the rate/u })
    expect(removals).toHaveLength(1)
    await userEvent.click(screen.getByRole('button', { name: 'Remove the rate of CHF on 2 Nov 2026' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(sent).toEqual(['delete 3', { base: 'CHF', quote: 'EUR', rate_date: '2026-11-02', rate: '1.0643' }]))
  })
})
