import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, it } from 'vitest'
import type { Drivers } from '@/api/types'
import fixture from '@/testing/fixtures/drivers.json'
import { formatMoney, sumAmounts } from '@/lib/money'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { moreSpent } from '../lib/change-words'
import { DriversPage, type DriversState } from './drivers-page'

const drivers = fixture as unknown as Drivers

it('the lines add up to what the month cost more, and each opens its evidence', async () => {
  server.use(http.get('/api/drivers/', () => HttpResponse.json(drivers)))
  renderPiece(<DriversPage state={{}} onState={() => undefined} />)
  const rows = within(await screen.findByRole('table')).getAllByRole('row')
  expect(rows).toHaveLength(drivers.lines.length + 2)
  const sum = moreSpent(sumAmounts(drivers.lines.map(({ change }) => change)))
  expect(rows.at(-1)).toHaveTextContent(formatMoney(sum, drivers.currency, { sign: 'always' }))
  const [first] = drivers.lines
  const shown = formatMoney(moreSpent(first?.change ?? '0'), drivers.currency, { sign: 'always' })
  expect(within(rows[1] ?? document.body).getByRole('button', { name: shown })).toBeVisible()
})

it('asks the address for another view, and says why there is nothing', async () => {
  server.use(http.get('/api/drivers/', () => HttpResponse.json({ ...drivers, lines: [], change: null, reason: 'Not enough data.' })))
  const asked: DriversState[] = []
  renderPiece(<DriversPage state={{}} onState={(part) => asked.push(part)} />)
  expect(await screen.findByText('Not enough data.')).toBeVisible()
  await userEvent.click(screen.getByText('Payees'))
  expect(asked).toEqual([{ by: 'payee' }])
})
