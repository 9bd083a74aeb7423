import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import debts from '@/testing/fixtures/debts.json'
import plan from '@/testing/fixtures/debts-plan.json'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { shownRate, spanWords, typedRate } from '../lib/debt-words'
import { DebtsPage } from './debts-page'

let sent: unknown[] = []
let asked: (string | null)[] = []

beforeEach(() => {
  sent = []
  asked = []
  server.use(
    http.get('/api/debts/plan/', ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('extra'))
      return HttpResponse.json(plan)
    }),
    http.put('/api/debts/choice/', async ({ request }) => {
      const body = await request.json()
      sent.push(body)
      return HttpResponse.json(body)
    }),
    http.put('/api/debts/:id/', async ({ request, params }) => {
      sent.push({ id: params['id'], ...((await request.json()) as object) })
      return HttpResponse.json(debts.results[0])
    }),
    http.delete('/api/debts/:id/', ({ params }) => {
      sent.push(`forget ${String(params['id'])}`)
      return new HttpResponse(null, { status: 204 })
    }),
  )
})

describe('debts', () => {
  it('stand with what they cost, and every way to pay them off', async () => {
    renderPiece(<DebtsPage />)
    expect(await screen.findByText(/4\.5% a year/u)).toBeVisible()
    expect(screen.getByText('What it costs is not known yet.')).toBeVisible()
    const ways = await screen.findByRole('region', { name: 'Ways to pay off, side by side' })
    expect(within(ways).getAllByRole('row')).toHaveLength(5)
    expect(within(ways).getByRole('rowheader', { name: 'Smallest first (advised)' })).toBeVisible()
    expect(screen.getByText(/finished more often/u)).toBeVisible()
    expect(screen.getByText(/From a friend left out/u)).toBeVisible()
  })

  it('show the months behind a button', async () => {
    renderPiece(<DebtsPage />)
    await userEvent.click(await screen.findByRole('button', { name: 'Month by month, smallest first' }))
    const months = screen.getByRole('region', { name: 'Month by month, smallest first' })
    const snowball = plan.plans.find(({ order }) => order === 'snowball')
    expect(within(months).getAllByRole('row')).toHaveLength(1 + (snowball?.rows.length ?? 0))
  })

  it('are planned anew with what is typed, which is kept on request and taken back', async () => {
    renderPiece(<DebtsPage />)
    const extra = await screen.findByLabelText('On top each month in EUR')
    await userEvent.clear(extra)
    await userEvent.type(extra, '9')
    await waitFor(() => expect(asked).toContain('9.00'))
    await userEvent.click(screen.getByRole('button', { name: 'Keep this' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() =>
      expect(sent).toEqual([
        { currency: 'EUR', extra: '9.00', order: 'snowball' },
        { currency: 'EUR', extra: '150.00', order: 'snowball' },
      ]),
    )
  })

  it('take terms, and forget them again', async () => {
    renderPiece(<DebtsPage />)
    await userEvent.click(await screen.findByRole('button', { name: 'Say what it costs: From a friend' }))
    const form = await screen.findByRole('dialog', { name: 'What From a friend costs' })
    await userEvent.type(within(form).getByLabelText('Rate in per cent a year'), 'much')
    await userEvent.click(within(form).getByRole('button', { name: 'Save' }))
    expect(await within(form).findByText(/yearly rate in per cent/u)).toBeVisible()
    await userEvent.clear(within(form).getByLabelText('Rate in per cent a year'))
    await userEvent.type(within(form).getByLabelText('Rate in per cent a year'), '6,9 %')
    await userEvent.type(within(form).getByLabelText('Least payment a month in EUR'), '25')
    await userEvent.click(within(form).getByRole('button', { name: 'Save' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    const friend = debts.results.find(({ name }) => name === 'From a friend')?.account
    await waitFor(() => expect(sent).toEqual([{ id: String(friend), rate: '6.9', least: '25.00' }, `forget ${String(friend)}`]))
  })

  it('say that nothing is owed, or could not be loaded', async () => {
    server.use(http.get('/api/debts/', () => HttpResponse.json({ results: [], choices: [] })))
    renderPiece(<DebtsPage />)
    expect(await screen.findByRole('heading', { name: 'Nothing is owed' })).toBeVisible()
    server.use(http.get('/api/debts/', () => HttpResponse.json({ code: 'x', message: 'Down.', fields: {} }, { status: 503 })))
    renderPiece(<DebtsPage />)
    expect(await screen.findByRole('alert')).toHaveTextContent('Your debts could not be loaded')
  })
})

it('rates and spans are written as people write them', () => {
  expect(['6,9', '19.9 %', '201', '1.2345', 'x', '0'].map(typedRate)).toEqual(['6.9', '19.9', null, null, null, '0'])
  expect(['4.500', '10.000', '0.000', '100'].map(shownRate)).toEqual(['4.5', '10', '0', '100'])
  expect([0, 1, 12, 27].map(spanWords)).toEqual(['no time', '1 month', '1 year', '2 years and 3 months'])
})
