import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { Trial } from '@/api/types'
import fixture from '@/testing/fixtures/scenario-trial.json'
import saved from '@/testing/fixtures/scenarios.json'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { WhatIfPage, type WhatIfState } from './what-if-page'

const trial = fixture as unknown as Trial

function shown(state: WhatIfState): WhatIfState[] {
  const asked: WhatIfState[] = []
  renderPiece(<WhatIfPage state={state} onState={(part) => asked.push(part)} />)
  return asked
}

function trying(part: Partial<Trial>): unknown[] {
  const bodies: unknown[] = []
  server.use(
    http.post('/api/scenarios/evaluate/', async ({ request }) => {
      bodies.push(await request.json())
      return HttpResponse.json({ ...trial, ...part })
    }),
  )
  return bodies
}

describe('what if', () => {
  it('asks for what the address says and sets it side by side', async () => {
    const bodies = trying({})
    const ids = saved.results.map(({ id }) => id)
    shown({ with: ids.join(','), months: '24', try: '[{"kind":"cancel","series":1}]' })
    const table = await screen.findByRole('region', { name: 'Scenarios side by side' })
    for (const { name } of trial.scenarios) expect(within(table).getByRole('columnheader', { name })).toBeVisible()
    expect(bodies.at(-1)).toEqual({ months: 24, scenarios: [...ids.map((id) => ({ id })), { changes: [{ kind: 'cancel', series: 1 }] }] })
    expect(screen.getByRole('slider', { name: /by scenario/u })).toHaveAttribute('aria-valuetext', expect.stringContaining('As expected'))
  })

  it('builds a change from a form and puts it into the address', async () => {
    const asked = shown({})
    await userEvent.click(await screen.findByRole('combobox', { name: 'What would you change?' }))
    await userEvent.click(await screen.findByRole('option', { name: 'Lose income for a time' }))
    await userEvent.click(screen.getByRole('button', { name: 'Add this change' }))
    expect(asked).toEqual([{ try: '[{"kind":"lose_income","months":3}]' }])
  })

  it('names what is missing in the form', async () => {
    const asked = shown({})
    await userEvent.click(await screen.findByRole('button', { name: 'Add this change' }))
    expect(await screen.findByText('Choose one.')).toBeVisible()
    expect(asked).toEqual([])
  })

  it('takes a change away', async () => {
    const asked = shown({ try: '[{"kind":"lose_income","months":3},{"kind":"lose_income","months":2}]' })
    await userEvent.click(await screen.findByRole('button', { name: 'Take away: No income for 3 months' }))
    expect(asked).toEqual([{ try: '[{"kind":"lose_income","months":2}]' }])
  })

  it('is a table by months too', async () => {
    shown({ as: 'table' })
    const table = await screen.findByRole('region', { name: 'Scenarios month by month' })
    expect(within(table).getAllByRole('row')).toHaveLength((trial.baseline?.ends.length ?? 0) + 1)
  })

  it('draws no band where the forecast was no closer than repeating the past, and says so', async () => {
    trying({ has_band: false, backtest: { ...trial.backtest, beats_naive: false, says: 'It was not closer.' } })
    shown({})
    expect(await screen.findByText(/It was not closer. So we draw no band./u)).toBeVisible()
  })

  it('says what is missing where there is no forecast', async () => {
    trying({ baseline: null, scenarios: [], reason: 'Nothing has been analysed yet.' })
    shown({})
    expect(await screen.findByRole('heading', { name: 'Nothing to try it on yet' })).toBeVisible()
  })

  it('lets go of changes that the server refuses', async () => {
    server.use(http.post('/api/scenarios/evaluate/', () => HttpResponse.json({ code: 'invalid', message: 'No.', fields: {} }, { status: 400 })))
    const asked = shown({ try: '[{"kind":"cancel","series":999}]' })
    await userEvent.click(await screen.findByRole('button', { name: 'Begin again without changes' }))
    expect(asked).toEqual([{ try: undefined }])
  })
})
