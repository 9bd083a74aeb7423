import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Advice } from '@/api/types'
import fixture from '@/testing/fixtures/advice.json'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { AdvicePage } from './advice-page'

const given = [...(fixture.results as unknown as Advice[])].sort((a, b) => a.rank - b.rank).slice(0, 2)

/** A server that keeps these pieces and writes down what is said about them. */
function advising(pieces: Advice[], refuses = false): string[] {
  const told: string[] = []
  let kept = pieces
  server.use(
    http.get('/api/advice/', () => HttpResponse.json({ next: null, previous: null, results: kept })),
    http.post('/api/advice/:id/:answer/', async ({ params, request }) => {
      const [id, answer] = [Number(params['id']), String(params['answer'])]
      if (answer === 'seen') return HttpResponse.json(pieces[0])
      if (refuses) return HttpResponse.json({ code: 'ended', message: 'This advice has ended.' }, { status: 409 })
      const body = answer === 'dismiss' ? ((await request.json()) as { reason: Advice['reason'] }) : null
      told.push([id, answer, body?.reason].filter(Boolean).join(' '))
      const status = ({ accept: 'accepted', done: 'done', dismiss: 'dismissed' } as const)[answer] ?? 'new'
      kept = kept.map((one) => (one.id === id ? { ...one, status, reason: body?.reason ?? '', ended_at: status === 'accepted' ? null : '2025-09-20T08:00:00Z' } : one))
      return HttpResponse.json(kept.find((one) => one.id === id))
    }),
  )
  return told
}

describe('advice', () => {
  const user = userEvent.setup()
  const [first, second] = given as [Advice, Advice]

  beforeEach(() => {
    advising(given)
  })

  it('says what, why and how in its order, with figures that open their evidence', async () => {
    renderPiece(<AdvicePage />)
    const pieces = await screen.findAllByRole('article')
    expect(pieces.map((piece) => within(piece).getByRole('heading').textContent)).toEqual([first.title, second.title])
    const [piece] = pieces as [HTMLElement]
    expect(piece).toHaveTextContent(first.how)
    expect(within(piece).getAllByRole('button', { name: /^[€\d,.]+$/u }).length).toBeGreaterThanOrEqual(2)
    await user.click(within(piece).getByRole('button', { name: /What it rests on/u }))
    const [line] = await within(piece).findAllByText(first.facts[0]?.label ?? '')
    await waitFor(() => expect(line).toBeVisible())
  })

  it('moves under way when it is taken on, with what has been measured', async () => {
    const told = advising([{ ...first, outcome: { state: 'pending', as_of: '2025-09-26', saved: '0.00', currency: 'EUR', p_value: null, transactions: [], measured_at: '2025-09-27T00:00:00Z' } }])
    renderPiece(<AdvicePage />)
    await user.click(await screen.findByRole('button', { name: `I will do it: ${first.title}` }))
    const under = await screen.findByRole('region', { name: 'Under way' })
    expect(under).toHaveTextContent('Too early to tell')
    expect(screen.getByRole('heading', { name: 'Nothing new to do' })).toBeVisible()
    await waitFor(() => expect(told).toEqual([`${first.id} accept`]))
  })

  it('is put away with a reason, and told among what was earlier', async () => {
    const told = advising(given)
    renderPiece(<AdvicePage />)
    await user.click(await screen.findByRole('button', { name: `Not for me: ${second.title}` }))
    await user.click(await screen.findByRole('menuitem', { name: 'I cannot do it' }))
    expect(await screen.findByText('You said that it cannot be done.')).toBeVisible()
    expect(screen.getAllByRole('article')).toHaveLength(1)
    expect(told).toEqual([`${second.id} dismiss not_possible`])
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(2))
    expect(told.at(-1)).toBe(`${second.id} reopen`)
  })

  it('lets you say an assumption, and take that back', async () => {
    const told: unknown[] = []
    const apr = { key: 'apr', value: '0.12', unit: 'ratio', source: 'default', is_editable: true }
    const piece = { ...first, assumptions: [apr, { ...apr, key: 'payoff_months', value: '12', unit: 'months', is_editable: false }] }
    advising([piece])
    server.use(
      http.patch('/api/advice/:id/assumptions/', async ({ request }) => {
        const said = (await request.json()) as { key: string; value: string }
        told.push(said)
        if (said.value === '2') return HttpResponse.json({ code: 'invalid', message: 'No.', fields: { value: ['Write a rate between 0 and 1.'] } }, { status: 400 })
        return HttpResponse.json({ ...piece, assumptions: [{ ...apr, value: said.value, source: 'user' }] })
      }),
    )
    renderPiece(<AdvicePage />)
    await user.click(await screen.findByRole('button', { name: /What it rests on: .* and 2 assumptions/u }))
    // It unfolds.
    await waitFor(() => expect(screen.getByText('12.0%')).toBeVisible())
    expect(screen.getAllByRole('button', { name: /^Change/u })).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'Change: Interest a year on the debt' }))
    const field = await screen.findByLabelText('Interest a year on the debt, in per cent')
    await user.clear(field)
    await user.type(field, '200{Enter}')
    expect(await screen.findByText('Write a rate between 0 and 1.')).toBeVisible()
    await user.clear(field)
    await user.type(field, '8.5{Enter}')
    expect(await screen.findByText('8.5%')).toBeVisible()
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(told.at(-1)).toEqual({ key: 'apr', value: '0.12' }))
  })

  it('comes back when the server refuses the answer', async () => {
    advising(given, true)
    renderPiece(<AdvicePage />)
    await user.click(await screen.findByRole('button', { name: `Done: ${first.title}` }))
    expect(await screen.findByText('This advice has ended.')).toBeVisible()
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(2))
  })

  it('says what would change it where there is none, and what went wrong where it cannot be read', async () => {
    advising([])
    const { unmount } = renderPiece(<AdvicePage />)
    expect(await screen.findByRole('heading', { name: 'No advice just now' })).toBeVisible()
    unmount()
    server.use(http.get('/api/advice/', () => HttpResponse.json({}, { status: 503 })))
    renderPiece(<AdvicePage />)
    expect(await screen.findByText('The advice could not be loaded')).toBeVisible()
  })
})
