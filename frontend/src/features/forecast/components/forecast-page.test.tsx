import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { Forecast } from '@/api/types'
import fixture from '@/testing/fixtures/forecast.json'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { ForecastPage, type ForecastState } from './forecast-page'

const forecast = fixture as unknown as Forecast

function foretelling(part: Partial<Forecast>): void {
  server.use(http.get('/api/forecast/', () => HttpResponse.json({ ...forecast, ...part })))
}

describe('the forecast', () => {
  it('says where it goes, and its record on your own past', async () => {
    renderPiece(<ForecastPage state={{}} onState={() => undefined} />)
    expect(await screen.findByText(/^In 30 days your accounts/u)).toHaveTextContent(/The lowest day is/u)
    expect(screen.getByText(/Our 80% band held 48 of the 56 times/u)).toBeVisible()
    expect(screen.getByRole('slider', { name: /All accounts/u })).toHaveAttribute('aria-valuetext', expect.stringContaining('between'))
  })

  it('walks over its days by keys', async () => {
    renderPiece(<ForecastPage state={{}} onState={() => undefined} />)
    const chart = await screen.findByRole('slider')
    const last = chart.getAttribute('aria-valuenow')
    chart.focus()
    await userEvent.keyboard('{ArrowLeft}')
    expect(Number(chart.getAttribute('aria-valuenow'))).toBe(Number(last) - 1)
    await userEvent.keyboard('{Home}')
    expect(chart).toHaveAttribute('aria-valuenow', '1')
  })

  it('is a table too', async () => {
    const asked: ForecastState[] = []
    const { unmount } = renderPiece(<ForecastPage state={{}} onState={(part) => asked.push(part)} />)
    await userEvent.click(await screen.findByText('Table'))
    expect(asked).toEqual([{ as: 'table' }])
    unmount()
    renderPiece(<ForecastPage state={{ as: 'table' }} onState={() => undefined} />)
    const table = await screen.findByRole('region', { name: 'The forecast as a table' })
    expect(within(table).getAllByRole('row')).toHaveLength(31)
    expect(within(table).getByText('lowest')).toBeVisible()
  })

  it('shows no band where it was no closer than repeating the past, and says so', async () => {
    foretelling({ backtest: { ...forecast.backtest, beats_naive: false, says: 'It was not closer.' } })
    renderPiece(<ForecastPage state={{}} onState={() => undefined} />)
    expect(await screen.findByText(/It was not closer. So we draw no band./u)).toBeVisible()
    expect(screen.getByRole('slider').getAttribute('aria-valuetext')).not.toContain('between')
  })

  it('says what is missing where there is none', async () => {
    foretelling({ daily: [], reason: 'Nothing has been analysed yet.' })
    renderPiece(<ForecastPage state={{}} onState={() => undefined} />)
    expect(await screen.findByRole('heading', { name: 'No forecast yet' })).toBeVisible()
    expect(screen.getByText(/Nothing has been analysed yet./u)).toBeVisible()
  })
})
