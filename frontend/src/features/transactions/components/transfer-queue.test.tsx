import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { Transfer } from '@/api/types'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { TransferQueue } from './transfer-queue'

function proposal(id: number): Transfer {
  const side = { account: 1, account_name: 'Everyday account', booking_date: '2026-03-01', amount: '-200.00', currency: 'EUR', description: 'To savings' }
  return {
    id,
    status: 'suggested',
    confidence: 0.92,
    reason: 'The same amount one day apart.',
    outgoing: { ...side, id: 10 * id },
    incoming: { ...side, id: 10 * id + 1, account: 2, account_name: 'Savings', booking_date: '2026-03-02', amount: '200.00', description: 'From everyday' },
    rate: null,
    created_at: '2026-03-03T08:00:00Z',
  }
}

/** A server that proposes these pairs and writes down what is said about them. */
function proposing(...ids: number[]): string[] {
  const told: string[] = []
  let open = ids.map(proposal)
  server.use(
    http.get('/api/transfers/', () => HttpResponse.json({ next: null, previous: null, results: open })),
    http.post('/api/transfers/:id/:answer/', ({ params }) => {
      told.push(`${String(params['id'])} ${String(params['answer'])}`)
      open = open.filter(({ id }) => String(id) !== params['id'])
      return HttpResponse.json(proposal(Number(params['id'])))
    }),
    http.get('/api/transactions/:id/history/', ({ params }) =>
      HttpResponse.json({ next: null, previous: null, results: [{ change: Number(params['id']) + 500 }] }),
    ),
    http.post('/api/changes/:id/undo/', ({ params }) => {
      told.push(`undo ${String(params['id'])}`)
      open = [proposal(1), ...open]
      return HttpResponse.json({ id: 900, summary: 'Undone' })
    }),
  )
  return told
}

describe('proposed transfers', () => {
  it('stand side by side and are answered by keys', async () => {
    const told = proposing(1, 2)
    renderPiece(<TransferQueue />)
    expect(await screen.findByText('2 pairs left')).toBeVisible()
    expect(screen.getByRole('region', { name: 'Leaves Everyday account' })).toHaveTextContent('−€200.00')
    expect(screen.getByRole('region', { name: 'Comes in Savings' })).toHaveTextContent('+€200.00')
    await userEvent.keyboard('y')
    expect(await screen.findByText('1 pair left')).toBeVisible()
    await userEvent.keyboard('n')
    expect(await screen.findByText('No transfer waits for you')).toBeVisible()
    await waitFor(() => expect(told).toEqual(['1 confirm', '2 refuse']))
  })

  it('come back with u', async () => {
    const told = proposing(1)
    renderPiece(<TransferQueue />)
    await screen.findByText('1 pair left')
    await userEvent.keyboard('y')
    await screen.findByText('No transfer waits for you')
    await screen.findByRole('button', { name: /^Undo\s?u$/u })
    await userEvent.keyboard('u')
    expect(await screen.findByText('1 pair left')).toBeVisible()
    await waitFor(() => expect(told).toEqual(['1 confirm', 'undo 510']))
  })

  it('can wait', async () => {
    proposing(1)
    renderPiece(<TransferQueue />)
    await screen.findByText('1 pair left')
    await userEvent.keyboard('s')
    await userEvent.click(await screen.findByRole('button', { name: 'Look at them again' }))
    expect(await screen.findByText('1 pair left')).toBeVisible()
  })
})
