import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { http, HttpResponse } from 'msw'
import type { NetWorth } from '@/api/types'
import fixture from '@/testing/fixtures/net-worth.json'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { NetWorthPage, type NetWorthState } from './net-worth-page'

const worth = fixture as unknown as NetWorth

function shown(state: NetWorthState): NetWorthState[] {
  const asked: NetWorthState[] = []
  renderPiece(<NetWorthPage state={state} onState={(part) => asked.push(part)} />)
  return asked
}

describe('net worth', () => {
  it('is drawn with what is held and owed, and read by keys', async () => {
    const asked = shown({})
    const chart = await screen.findByRole('slider', { name: /^Net worth/u })
    expect(chart).toHaveAttribute('aria-valuetext', expect.stringMatching(/Net worth .*Held .*Owed/u))
    chart.focus()
    await userEvent.keyboard('{Home}{Enter}')
    expect(asked).toEqual([{ day: worth.points[0]?.day }])
  })

  it('opens the accounts of a month from the table', async () => {
    const asked = shown({ as: 'table' })
    const table = await screen.findByRole('region', { name: 'Net worth as a table' })
    const [, second] = within(table).getAllByRole('button')
    if (second) await userEvent.click(second)
    expect(asked).toEqual([{ day: worth.points.at(-2)?.day }])
    const made = await screen.findByRole('region', { name: 'Accounts on that day' })
    expect(await within(made).findByRole('link', { name: 'Car loan' })).toBeVisible()
  })

  it('asks for the accounts of the chosen day', async () => {
    const days: (string | null)[] = []
    server.use(
      http.get('/api/net-worth/', ({ request }) => {
        days.push(new URL(request.url).searchParams.get('to'))
        return HttpResponse.json(worth)
      }),
    )
    const day = worth.points[2]?.day ?? ''
    shown({ day })
    expect(await screen.findByRole('heading', { name: /^What it is made of on/u })).toBeVisible()
    expect(days).toContain(day)
  })
})
