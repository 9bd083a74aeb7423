import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { useState } from 'react'
import userEvent from '@testing-library/user-event'
import { beforeAll, expect, it, vi } from 'vitest'
import { parsePeriod } from '@/lib/period'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import type { Filters } from '../lib/filters'
import { Transactions } from './transactions'

const ALL = parsePeriod('all')

function Page() {
  const [filters, setFilters] = useState<Filters>({})
  return ALL ? <Transactions filters={filters} period={ALL} onFilters={setFilters} onOpen={() => undefined} /> : null
}

beforeAll(() => {
  // The table draws only what is in sight, and jsdom has no heights of its own.
  vi.stubGlobal('innerHeight', 900)
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      readonly observe = (): void => undefined
      readonly unobserve = (): void => undefined
      readonly disconnect = (): void => undefined
    },
  )
})

it('keeps the rows and their total in sight while a query is not one yet', async () => {
  server.use(
    http.get('/api/transactions/totals/', ({ request }) => {
      if (new URL(request.url).searchParams.has('q')) return HttpResponse.json({ code: 'invalid', message: 'No', fields: { q: ['No'] } }, { status: 400 })
      return HttpResponse.json({ count: 11, by_currency: [{ currency: 'EUR', count: 11, total: '-412.50' }], base_currency: 'EUR', in_base: '-412.50', missing_rates: [] })
    }),
    http.get('/api/transactions/completions/', () => HttpResponse.json([])),
    http.get('/api/searches/', () => HttpResponse.json({ next: null, previous: null, results: [] })),
  )
  renderPiece(<Page />)
  expect(await screen.findByText('11 transactions')).toBeVisible()
  server.use(
    http.get('/api/transactions/', () =>
      HttpResponse.json({ code: 'invalid', message: 'The request is not valid.', fields: { q: ['Write an amount after >.'] } }, { status: 400 }),
    ),
  )
  await userEvent.type(screen.getByLabelText('Search'), 'amount>')
  expect(await screen.findByText('Write an amount after >.')).toBeVisible()
  await waitFor(() => expect(screen.getByText('11 transactions')).toBeVisible())
  expect(screen.getByText(/412/u)).toBeVisible()
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
})
