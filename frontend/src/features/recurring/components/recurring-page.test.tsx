import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { seriesQuery } from '@/api/findings'
import type { Forecast, Series } from '@/api/types'
import forecastFixture from '@/testing/fixtures/forecast.json'
import fixture from '@/testing/fixtures/recurring.json'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { byRole, dayBand, dueBetween, pricePoints, shelfOf, yearlySums } from '../lib/series'
import { RecurringPage } from './recurring-page'

const series = fixture.results as unknown as Series[]
const found = series.find(({ label }) => label === 'Streamhouse')
if (!found) throw new Error('The fixture has no Streamhouse.')
const stream: Series = found

/** A server that keeps the decisions and writes them down. */
function keeping(): unknown[] {
  const told: unknown[] = []
  let kept = series
  const answer = (id: unknown, part: Partial<Series>) => {
    kept = kept.map((one) => (String(one.id) === id ? { ...one, ...part } : one))
    return HttpResponse.json(kept.find((one) => String(one.id) === id))
  }
  server.use(
    http.get('/api/recurring/', () => HttpResponse.json({ next: null, previous: null, results: kept })),
    http.post('/api/recurring/:id/:decision/', ({ params }) => {
      told.push(params['decision'])
      const decision = ({ confirm: 'confirmed', ignore: 'ignored' } as const)[String(params['decision'])] ?? 'open'
      return answer(params['id'], { decision })
    }),
    http.patch('/api/recurring/:id/', async ({ params, request }) => {
      const patch = (await request.json()) as Partial<Series>
      told.push(patch)
      return answer(params['id'], { ...patch, corrected: Object.keys(patch) })
    }),
  )
  return told
}

describe('what comes back', () => {
  const user = userEvent.setup()

  it('is listed by kind, confirmed by one click, and the confirmation can be undone', async () => {
    const told = keeping()
    renderPiece(<RecurringPage view="running" onView={() => undefined} open={null} onOpen={() => undefined} />)
    const list = await screen.findByRole('region', { name: 'Subscriptions' })
    const row = within(list).getByText('Streamhouse').closest('li') as HTMLElement
    expect(row).toHaveTextContent('every month')
    expect(row).toHaveTextContent('€12.99 → €15.99')
    expect(within(row).getByRole('img', { name: 'found by us' })).toBeVisible()
    await user.click(within(row).getByRole('button', { name: 'Confirm Streamhouse' }))
    expect(await within(row).findByRole('img', { name: 'confirmed by you' })).toBeVisible()
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(await within(row).findByRole('img', { name: 'found by us' })).toBeVisible()
    expect(told).toEqual(['confirm', 'reopen'])
  })

  it('is corrected in its drawer, sending only what was changed', async () => {
    const told = keeping()
    renderPiece(<RecurringPage view="running" onView={() => undefined} open={stream.id} onOpen={() => undefined} />)
    const drawer = await screen.findByRole('dialog', { name: 'Streamhouse' })
    await user.click(within(drawer).getByRole('button', { name: /Correct it/u }))
    const amount = await within(drawer).findByLabelText('Next amount in EUR')
    await user.clear(amount)
    await user.type(amount, '17.5')
    await user.click(within(drawer).getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(told).toEqual([{ amount: '-17.50' }]))
  })

  it('keeps what is being typed when a run finds something new meanwhile', async () => {
    const told = keeping()
    const { client } = renderPiece(<RecurringPage view="running" onView={() => undefined} open={stream.id} onOpen={() => undefined} />)
    const drawer = await screen.findByRole('dialog', { name: 'Streamhouse' })
    await user.click(within(drawer).getByRole('button', { name: /Correct it/u }))
    await user.clear(await within(drawer).findByLabelText('Name'))
    await user.type(within(drawer).getByLabelText('Name'), 'Films')
    const found = { updated_at: '2026-01-01T00:00:00Z', next_date: '2026-02-03' }
    act(() => {
      client.setQueryData<Series[]>(seriesQuery.queryKey, (known) => known?.map((one) => (one.id === stream.id ? { ...one, ...found } : one)))
    })
    await waitFor(() => expect(within(drawer).getByLabelText('Next day')).toHaveValue('2026-02-03'))
    expect(within(drawer).getByLabelText('Name')).toHaveValue('Films')
    await user.click(within(drawer).getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(told).toEqual([{ label: 'Films' }]))
  })

  it('offers the way back also when the drawer was closed before the server answered', async () => {
    const told = keeping()
    const { unmount } = renderPiece(<RecurringPage view="running" onView={() => undefined} open={null} onOpen={() => undefined} />)
    const list = await screen.findByRole('region', { name: 'Subscriptions' })
    let answer = (): void => undefined
    const held = new Promise<void>((resolve) => (answer = resolve))
    server.use(
      http.post('/api/recurring/:id/confirm/', async () => {
        await held
        told.push('confirm')
        return HttpResponse.json({ ...stream, decision: 'confirmed' })
      }),
    )
    await user.click(within(list).getByRole('button', { name: 'Confirm Streamhouse' }))
    unmount()
    renderPiece(<p>Elsewhere</p>)
    answer()
    expect(await screen.findByText('Streamhouse is confirmed and stays.')).toBeVisible()
    expect(told).toEqual(['confirm'])
  })

  it('stands in a calendar day by day', async () => {
    keeping()
    renderPiece(<RecurringPage view="calendar" onView={() => undefined} open={null} onOpen={() => undefined} />)
    const month = await screen.findByRole('region', { name: 'October 2025' })
    expect(within(month).getByRole('button', { name: 'Streamhouse' })).toBeVisible()
    expect(screen.getAllByRole('table', { name: /, day by day$/u }).length).toBeGreaterThan(0)
  })

  it('says how to begin where there is nothing', async () => {
    server.use(http.get('/api/recurring/', () => HttpResponse.json({ next: null, previous: null, results: [] })))
    renderPiece(<RecurringPage view="running" onView={() => undefined} open={null} onOpen={() => undefined} />)
    expect(await screen.findByRole('heading', { name: 'Nothing comes back yet' })).toBeVisible()
  })
})

describe('series', () => {
  it('stand on a shelf, by kind and with their sums', () => {
    expect(shelfOf(stream)).toBe('running')
    expect(shelfOf({ ...stream, cancelled_on: '2025-09-01' })).toBe('over')
    expect(shelfOf({ ...stream, decision: 'ignored', status: 'ended' })).toBe('ignored')
    expect(byRole([{ ...stream, role: 'income' }, stream]).map(({ role }) => role)).toEqual(['subscription', 'income'])
    expect(yearlySums([stream, { ...stream, yearly: '-1.00' }, { ...stream, currency: 'CHF', yearly: '-2.00' }])).toEqual([
      { currency: 'CHF', amount: '-2.00' },
      { currency: 'EUR', amount: '-192.88' },
    ])
  })

  it('tell the days around the next one only where it is not certain', () => {
    const day = { ...stream, next_date: '2025-10-04', next_from: '2025-10-02', next_until: '2025-10-06' }
    expect(dayBand(day)).toBe('2 – 6 Oct')
    expect(dayBand({ ...day, next_from: '2025-09-30' })).toBe('30 Sep – 6 Oct')
    expect(dayBand({ ...day, next_from: day.next_until })).toBeNull()
  })

  it('draw their price in steps', () => {
    expect(pricePoints(stream).map(({ value }) => value)).toEqual([12.99, 15.99, 15.99])
    expect(pricePoints({ ...stream, price_changes: [] })).toEqual([])
  })

  it('are due as the forecast says, and by their next day where it says nothing', () => {
    const forecast = { ...(forecastFixture as unknown as Forecast), payments: [] }
    const other = { ...stream, id: 999, transactions: [12345], next_date: '2025-10-09' }
    const payments = [{ date: '2025-10-05', amount: '-15.99', account: '1', evidence: stream.transactions.at(-1) ?? 0 }]
    const due = dueBetween([stream, other], [{ ...forecast, payments }], '2025-10-01', '2025-10-31')
    expect(due.map(({ day, series: one }) => [day, one?.id])).toEqual([
      ['2025-10-05', stream.id],
      ['2025-10-09', 999],
    ])
  })
})
