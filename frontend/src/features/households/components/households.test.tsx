import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { afterEach, describe, expect, it } from 'vitest'
import { ledger } from '@/api/ledger'
import type { Household, Member } from '@/api/types'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { dropCode, keepCode } from '@/lib/invitation-code'
import { Households } from './households'

const LINDEN: Household = {
  id: 7,
  name: 'Linden',
  role: 'owner',
  people: 2,
  base_currency: 'EUR',
  language: 'en',
  time_zone: 'UTC',
  created_at: '2026-11-28T10:00:00Z',
}
const MEMBERS: Member[] = [
  { id: 1, email: 'alice@example.org', display_name: 'Alice', role: 'owner', joined_at: '2026-11-28T10:00:00Z', is_me: true },
  { id: 2, email: 'bob@example.org', display_name: '', role: 'partner', joined_at: '2026-11-28T11:00:00Z', is_me: false },
]

function answering(...households: Household[]): void {
  server.use(
    http.get('/api/households/', () => HttpResponse.json(households)),
    http.get('/api/households/7/members/', () => HttpResponse.json(MEMBERS)),
    http.get('/api/households/7/invitations/', () => HttpResponse.json([])),
  )
}

afterEach(() => {
  ledger.forget()
  dropCode()
})

describe('households in the settings', () => {
  it('let an owner invite, change and delete', async () => {
    answering(LINDEN)
    renderPiece(<Households />)
    await userEvent.click(await screen.findByRole('button', { name: 'Manage Linden' }))
    expect(await screen.findByText('Alice (you)')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Remove bob@example.org' })).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Invite' })).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Delete the household' })).toBeInTheDocument()
  })

  it('show a viewer who is in it, and nothing that would be refused', async () => {
    answering({ ...LINDEN, role: 'viewer' })
    renderPiece(<Households />)
    await userEvent.click(await screen.findByRole('button', { name: 'Manage Linden' }))
    expect(await screen.findByRole('button', { name: 'Leave Linden' })).toBeInTheDocument()
    for (const name of ['Invite', 'Save', 'Delete the household', 'Remove bob@example.org'])
      expect(screen.queryByRole('button', { name })).not.toBeInTheDocument()
  })

  it('have the code of a link in its field, and say why it is refused', async () => {
    answering()
    server.use(
      http.post('/api/invitations/accept/', () =>
        HttpResponse.json({ code: 'invitation_ended', message: 'This invitation has ended.', fields: {} }, { status: 400 }),
      ),
    )
    keepCode('abc')
    renderPiece(<Households />)
    expect(screen.getByRole('heading', { name: 'You are invited' })).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Join' }))
    expect(await screen.findByText('This invitation has ended.')).toBeInTheDocument()
  })
})
