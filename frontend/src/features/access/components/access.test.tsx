import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { Access } from './access'

const HERE = {
  id: '7d444840-9dc0-11d1-b245-5ffdce74fad2',
  device: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0',
  created_at: '2026-11-01T10:00:00Z',
  last_used_at: '2026-11-28T00:00:00Z',
  expires_at: '2026-12-05T00:00:00Z',
  is_current: true,
}
const PHONE = { ...HERE, id: '7d444840-9dc0-11d1-b245-5ffdce74fad3', device: 'Mozilla/5.0 (iPhone) Safari/604.1', is_current: false }
const TOKEN = { id: 4, name: 'Backup', hint: 'swp_abcdef', scopes: ['read', 'reports'], created_at: HERE.created_at, expires_at: null, last_used_at: null }
let sent: unknown[] = []

beforeEach(() => {
  sent = []
  server.use(
    http.get('/api/auth/sessions/', () => HttpResponse.json([HERE, PHONE])),
    http.get('/api/auth/second-factor/', () => HttpResponse.json({ is_on: false, confirmed_at: null, passkeys: 0, recovery_codes_left: 0 })),
    http.get('/api/auth/passkeys/', () => HttpResponse.json([])),
    http.get('/api/auth/activity/', () =>
      HttpResponse.json([
        { id: 2, action: 'signed_in', created_at: HERE.created_at, address: '192.0.2.7', device: HERE.device, door: '' },
        { id: 1, action: 'second_factor_off', created_at: HERE.created_at, address: '', device: '', door: 'command' },
      ]),
    ),
    http.get('/api/auth/tokens/', () => HttpResponse.json([TOKEN])),
    http.delete('/api/auth/sessions/', () => {
      sent.push('all others')
      return new HttpResponse(null, { status: 204 })
    }),
    http.delete('/api/auth/sessions/:id/', ({ params }) => {
      sent.push(params['id'])
      return new HttpResponse(null, { status: 204 })
    }),
    http.delete('/api/auth/tokens/:id/', ({ params }) => {
      sent.push(params['id'])
      return new HttpResponse(null, { status: 204 })
    }),
    http.post('/api/auth/tokens/', async ({ request }) => {
      const body = (await request.json()) as { name: string }
      sent.push(body)
      return HttpResponse.json({ ...TOKEN, ...body, id: 5, token: 'swp_the-whole-key' }, { status: 201 })
    }),
  )
})

describe('where I am signed in', () => {
  it('ends another sign-in, never the one that asks', async () => {
    renderPiece(<Access />)
    expect(await screen.findByText(/Firefox on Linux/u)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'End the sign-in on Firefox on Linux' })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'End the sign-in on Safari on iOS' }))
    await waitFor(() => expect(sent).toEqual([PHONE.id]))
  })

  it('ends all others at once', async () => {
    renderPiece(<Access />)
    await userEvent.click(await screen.findByRole('button', { name: 'End all others' }))
    await waitFor(() => expect(sent).toEqual(['all others']))
  })

  it('says when they could not be loaded', async () => {
    server.use(http.get('/api/auth/sessions/', () => HttpResponse.json({ code: 'busy', message: 'Busy.', fields: {} }, { status: 503 })))
    renderPiece(<Access />)
    expect(await screen.findByText('Your sign-ins could not be loaded')).toBeVisible()
  })
})

describe('recent activity', () => {
  it('says what happened, when and from where', async () => {
    renderPiece(<Access />)
    const list = await screen.findByRole('list', { name: 'Recent activity' })
    const [first, second] = await within(list).findAllByRole('listitem')
    expect(first).toHaveTextContent(/Signed in.*Firefox on Linux · 192\.0\.2\.7/u)
    expect(second).toHaveTextContent(/switched off.*by the operator/u)
  })
})

describe('keys for programs', () => {
  it('shows a new key once', async () => {
    renderPiece(<Access />)
    await userEvent.type(await screen.findByLabelText('Name'), 'Assistant')
    await userEvent.type(screen.getByLabelText('Confirm with your password'), 'a quiet harbour 7')
    await userEvent.click(screen.getByRole('button', { name: 'Make a key' }))
    expect(await screen.findByText('swp_the-whole-key')).toBeVisible()
    expect(sent).toEqual([{ name: 'Assistant', scopes: ['read'], password: 'a quiet harbour 7', expires_at: expect.any(String) as string }])
    await userEvent.click(screen.getByRole('button', { name: 'I have it' }))
    expect(screen.queryByText('swp_the-whole-key')).toBeNull()
  })

  it('asks for a name and for what it may do', async () => {
    renderPiece(<Access />)
    await userEvent.click(await screen.findByLabelText('Read everything'))
    await userEvent.type(screen.getByLabelText('Confirm with your password'), 'a quiet harbour 7')
    await userEvent.click(screen.getByRole('button', { name: 'Make a key' }))
    expect(await screen.findByText('Give it a name that you will know it by.')).toBeVisible()
    expect(screen.getByText('Tick what it may do.')).toBeVisible()
    expect(sent).toEqual([])
  })

  it('revokes a key', async () => {
    renderPiece(<Access />)
    const row = (await screen.findByText(/Backup/u)).closest('li')
    if (!row) throw new Error('no row')
    expect(within(row).getByText(/May read everything and ask for reports and read them/u)).toBeVisible()
    await userEvent.click(within(row).getByRole('button', { name: 'Revoke Backup' }))
    await waitFor(() => expect(sent).toEqual(['4']))
  })
})
