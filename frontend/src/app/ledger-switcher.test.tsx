import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { afterEach, describe, expect, it } from 'vitest'
import { ledger } from '@/api/ledger'
import type { Household } from '@/api/types'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { LedgerMark } from './ledger-mark'
import { LedgerSwitcher } from './ledger-switcher'

const LINDEN: Household = {
  id: 7,
  name: 'Linden',
  role: 'viewer',
  people: 2,
  base_currency: 'EUR',
  language: 'en',
  time_zone: 'UTC',
  created_at: '2026-11-28T10:00:00Z',
}

function answering(...households: Household[]): void {
  server.use(http.get('/api/households/', () => HttpResponse.json(households)))
}

afterEach(() => ledger.forget())

describe('whose money it is', () => {
  it('is not asked of those who have only their own', async () => {
    answering()
    const { client } = renderPiece(<LedgerSwitcher onManage={() => undefined} />)
    await expect.poll(() => client.getQueryData(['households'])).toEqual([])
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
  })

  it('is said on every page of a household', async () => {
    answering(LINDEN)
    ledger.become({ id: 7, name: 'Linden', role: 'viewer' })
    renderPiece(
      <>
        <LedgerSwitcher onManage={() => undefined} />
        <LedgerMark />
      </>,
    )
    expect(screen.getByRole('note')).toHaveTextContent('You are looking at the money of Linden. You may look, not change.')
    await userEvent.click(screen.getByRole('button', { name: 'Whose money: Linden' }))
    expect(await screen.findByRole('menuitem', { name: 'My own money' })).toBeInTheDocument()
  })
})
