import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { CashFlow } from '@/api/types'
import { monthPeriod } from '@/lib/period'
import fixture from '@/testing/fixtures/cash-flow.json'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { CashFlowPage, type CashFlowState } from './cash-flow-page'

const flow = fixture as unknown as CashFlow
const period = monthPeriod('2025-09')

function shown(state: CashFlowState): CashFlowState[] {
  const asked: CashFlowState[] = []
  renderPiece(<CashFlowPage period={period} state={state} onState={(part) => asked.push(part)} />)
  return asked
}

describe('cash flow', () => {
  it('draws both sides, and each mark leads to its rows', async () => {
    shown({})
    const out = await screen.findByRole('list', { name: 'Money out and saved' })
    const mark = flow.nodes.find(({ ids, outflow }) => ids.length > 0 && outflow !== '0.00')
    const link = within(out).getByRole('link', { name: mark?.name ?? '' })
    expect(link).toHaveAttribute('href', expect.stringMatching(new RegExp(`category=(%22)?${mark?.ids[0] ?? ''}`, 'u')))
    expect(link).toHaveAttribute('href', expect.stringContaining('is%3Aexpense+-is%3Atransfer'))
  })

  it('is a table whose last line is the sum', async () => {
    shown({ as: 'table' })
    const table = await screen.findByRole('region', { name: 'Cash flow as a table' })
    expect(within(table).getAllByRole('row')).toHaveLength(flow.nodes.length + 2)
    expect(within(table).getByRole('row', { name: /^All/u })).toHaveTextContent(String(flow.count))
  })

  it('asks for the period beside it and shows the change', async () => {
    const asked: string[] = []
    server.use(
      http.get('/api/cash-flow/', ({ request }) => {
        asked.push(new URL(request.url).search)
        return HttpResponse.json(flow)
      }),
    )
    shown({ against: 'previous', by: 'payee' })
    expect(await screen.findByRole('columnheader', { name: 'Change' })).toBeVisible()
    expect(asked[0]).toContain('by=payee')
    expect(asked[0]).toContain('against_from=2025-08-01&against_to=2025-08-31')
  })

  it('says that nothing moved, and what has no rate', async () => {
    const missing = [{ base: 'USD', quote: 'EUR', day: '2025-09-01', reason: 'No rate is known.' }]
    server.use(http.get('/api/cash-flow/', () => HttpResponse.json({ ...flow, nodes: [], missing_rates: missing })))
    shown({})
    expect(await screen.findByRole('heading', { name: 'Nothing moved' })).toBeVisible()
    expect(screen.getByText(/Amounts in USD are left out/u)).toBeVisible()
  })
})
