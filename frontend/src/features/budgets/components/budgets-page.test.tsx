import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import moves from '@/testing/fixtures/budget-moves.json'
import proposal from '@/testing/fixtures/budget-proposal.json'
import budgets from '@/testing/fixtures/budgets.json'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { BudgetsPage } from './budgets-page'

const MONTH = budgets.month
const [spending] = budgets.budgets.filter((one) => !one.is_income)
if (!spending) throw new Error('no budget for spending')
const label = `Planned for ${spending.name} in EUR`
let sent: unknown[] = []

beforeEach(() => {
  sent = []
  server.use(
    http.get('/api/budgets/', () => HttpResponse.json(budgets)),
    http.get('/api/budgets/proposal/', () => HttpResponse.json(proposal)),
    http.get('/api/budget-moves/', () => HttpResponse.json(moves)),
    http.patch('/api/budgets/:id/', async ({ request, params }) => {
      sent.push([Number(params['id']), await request.json()])
      return HttpResponse.json(budgets)
    }),
    http.post('/api/budgets/plan/', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json(budgets)
    }),
    http.post('/api/budget-moves/:id/undo/', ({ params }) => {
      sent.push(`undo ${String(params['id'])}`)
      return HttpResponse.json(moves.results[0])
    }),
  )
})

describe('budgets', () => {
  it('say what is to be assigned, and every budget with its bar', async () => {
    renderPiece(<BudgetsPage month={MONTH} />)
    expect(await screen.findByLabelText(label)).toHaveValue(spending.planned)
    expect(screen.getByText(/^(?:To be assigned|Given out more than there is)$/u)).toBeInTheDocument()
    expect(screen.getAllByRole('textbox')).toHaveLength(budgets.budgets.length)
  })

  it('are planned in place, and taken back', async () => {
    renderPiece(<BudgetsPage month={MONTH} />)
    const field = await screen.findByLabelText(label)
    await userEvent.clear(field)
    await userEvent.type(field, '77,5{Enter}')
    await waitFor(() => expect(sent).toEqual([[spending.id, { month: MONTH, amount: '77.50' }]]))
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(sent[1]).toEqual([spending.id, { month: MONTH, amount: spending.planned }]))
  })

  it('keep what was there on Escape, and refuse what is no amount', async () => {
    renderPiece(<BudgetsPage month={MONTH} />)
    const field = await screen.findByLabelText(label)
    await userEvent.type(field, 'x{Enter}')
    expect(await screen.findByText('Write an amount such as 120.50.')).toBeInTheDocument()
    await userEvent.type(field, '{Escape}')
    expect(field).toHaveValue(spending.planned)
    expect(sent).toEqual([])
  })

  it('are filled from the own past, with a reason for each', async () => {
    server.use(http.get('/api/budgets/', () => HttpResponse.json({ ...budgets, budgets: [] })))
    renderPiece(<BudgetsPage month={MONTH} />)
    await userEvent.click(await screen.findByRole('button', { name: 'Fill from my past months' }))
    const dialog = await screen.findByRole('dialog')
    expect(await within(dialog).findAllByText(/months|month/u)).not.toHaveLength(0)
    await userEvent.click(within(dialog).getByRole('button', { name: `Plan ${proposal.lines.length} budgets` }))
    const lines = proposal.lines.map(({ category, amount, rollover }) => ({ category, amount, rollover }))
    await waitFor(() => expect(sent).toEqual([{ month: MONTH, lines }]))
  })

  it('take a move back', async () => {
    renderPiece(<BudgetsPage month={MONTH} />)
    await userEvent.click(await screen.findByRole('button', { name: /^Take back: /u }))
    await waitFor(() => expect(sent).toEqual([`undo ${moves.results[0]?.id ?? ''}`]))
  })
})
