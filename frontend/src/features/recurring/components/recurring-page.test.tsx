import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { seriesQuery } from '@/api/findings'
import type { Series } from '@/api/types'
import fixture from '@/testing/fixtures/bills.json'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { byRole, dayBand, dueOf, pricePoints, shelfOf, yearlySums } from '../lib/series'
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
    http.get('/api/bills/', () => HttpResponse.json({ next: null, previous: null, results: kept })),
    http.post('/api/bills/:id/:decision/', ({ params }) => {
      told.push(params['decision'])
      const decision = ({ confirm: 'confirmed', ignore: 'ignored' } as const)[String(params['decision'])] ?? 'open'
      return answer(params['id'], { decision })
    }),
    http.patch('/api/bills/:id/', async ({ params, request }) => {
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
      http.post('/api/bills/:id/confirm/', async () => {
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

  it('is declared by name, amount, account, rhythm and day, and the declaration can be undone', async () => {
    const told: unknown[] = []
    server.use(
      http.get('/api/payees/', () => HttpResponse.json({ next: null, previous: null, results: [] })),
      http.post('/api/bills/', async ({ request }) => {
        const body = (await request.json()) as Partial<Series>
        told.push(body)
        return HttpResponse.json({ ...stream, ...body, id: 4711, source: 'declared', transactions: [], facts: [] }, { status: 201 })
      }),
      http.delete('/api/bills/4711/', () => {
        told.push('removed')
        return new HttpResponse(null, { status: 204 })
      }),
    )
    renderPiece(<RecurringPage view="running" onView={() => undefined} open={null} onOpen={() => undefined} />)
    await user.click(await screen.findByRole('button', { name: 'Declare a series' }))
    const form = await screen.findByRole('dialog', { name: 'Declare a series' })
    await user.click(within(form).getByRole('button', { name: 'Declare' }))
    expect(within(form).getByText('A name is needed.')).toBeVisible()
    expect(told).toEqual([])
    await user.type(within(form).getByLabelText('Name'), 'Piano lessons')
    await user.click(within(form).getByRole('combobox', { name: 'Account' }))
    await user.click((await screen.findAllByRole('option'))[0] ?? document.body)
    await user.type(within(form).getByLabelText(/^Amount/u), '60')
    await user.click(within(form).getByRole('button', { name: 'Declare' }))
    await waitFor(() => expect(told).toHaveLength(1))
    expect(told[0]).toMatchObject({ label: 'Piano lessons', amount: '-60.00', cadence: 'monthly', role: 'bill', category: null, payee: null })
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(told[1]).toBe('removed'))
  })

  it('is made one with another in its drawer, and set apart by undo', async () => {
    const told: unknown[] = []
    server.use(
      http.post('/api/bills/:id/:deed/', async ({ params, request }) => {
        told.push([params['deed'], params['deed'] === 'merge' ? await request.json() : Number(params['id'])])
        return params['deed'] === 'merge' ? HttpResponse.json({ ...stream, id: 99, source: 'merged' }, { status: 201 }) : HttpResponse.json({ results: [] })
      }),
    )
    renderPiece(<RecurringPage view="running" onView={() => undefined} open={stream.id} onOpen={() => undefined} />)
    const drawer = await screen.findByRole('dialog', { name: 'Streamhouse' })
    await user.click(within(drawer).getByRole('combobox', { name: 'The same as' }))
    await user.click((await screen.findAllByRole('option'))[0] ?? document.body)
    await user.click(within(drawer).getByRole('button', { name: 'Make them one' }))
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(told.map((one) => (one as [string])[0])).toEqual(['merge', 'separate']))
    expect(told[1]).toEqual(['separate', 99])
  })

  it('says what stood out, with figures that open their rows', async () => {
    keeping()
    renderPiece(<RecurringPage view="running" onView={() => undefined} open={null} onOpen={() => undefined} />)
    const noticed = await screen.findByRole('region', { name: 'What stood out' })
    const price = within(noticed).getByText('Streamhouse').closest('li') as HTMLElement
    expect(price).toHaveTextContent(/Price · since .*€12.99 → €15.99/u)
    expect(within(price).getAllByRole('button', { name: /€/u })).toHaveLength(2)
  })

  it('stands in a calendar day by day', async () => {
    keeping()
    renderPiece(<RecurringPage view="calendar" onView={() => undefined} open={null} onOpen={() => undefined} />)
    const month = await screen.findByRole('region', { name: 'October 2025' })
    expect(within(month).getByRole('button', { name: 'Streamhouse' })).toBeVisible()
    expect(screen.getAllByRole('table', { name: /, day by day$/u }).length).toBeGreaterThan(0)
  })

  it('says how to begin where there is nothing', async () => {
    server.use(http.get('/api/bills/', () => HttpResponse.json({ next: null, previous: null, results: [] })))
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

  it('are due as the server says, by name where they are known', () => {
    const one = { name: '', date: '2025-10-05', amount: '-15.99', currency: 'EUR', account_name: 'Giro' }
    const due = dueOf([{ ...one, series: stream.id }, { ...one, series: null }, { ...one, series: -1 }], [stream])
    expect(due.map(({ day, series: known }) => [day, known?.id])).toEqual([
      ['2025-10-05', stream.id],
      ['2025-10-05', undefined],
      ['2025-10-05', undefined],
    ])
  })
})
