import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { renderPiece } from '@/testing/render'
import { bytesOf, withoutPasskeys, withPasskeys } from '@/testing/passkeys'
import { server } from '@/testing/server'
import { Passkeys } from './passkeys'

const PHONE = { id: 3, name: 'My phone', created_at: '2026-11-01T10:00:00Z', last_used_at: null }
const create = vi.fn()
let held: (typeof PHONE)[] = []
let sent: unknown[] = []
let hasApp = false

beforeEach(() => {
  held = []
  sent = []
  hasApp = false
  create.mockReset()
  withPasskeys({ create })
  server.use(
    http.get('/api/auth/passkeys/', () => HttpResponse.json(held)),
    http.get('/api/auth/second-factor/', () =>
      HttpResponse.json({
        is_on: held.length > 0 || hasApp,
        confirmed_at: hasApp ? PHONE.created_at : null,
        passkeys: held.length,
        recovery_codes_left: 10,
      }),
    ),
    http.post('/api/auth/passkeys/begin/', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ challenge: 'asked', options: { challenge: 'AAAA', user: { id: 'YQ', name: 'a' }, excludeCredentials: [] } })
    }),
    http.post('/api/auth/passkeys/', async ({ request }) => {
      sent.push(await request.json())
      held = [PHONE]
      return HttpResponse.json({ ...PHONE, recovery_codes: ['aaaa-bbbb'] }, { status: 201 })
    }),
    http.patch('/api/auth/passkeys/:id/', async ({ request }) => {
      const { name } = (await request.json()) as { name: string }
      held = [{ ...PHONE, name }]
      return HttpResponse.json(held[0])
    }),
    http.delete('/api/auth/passkeys/:id/', async ({ request, params }) => {
      sent.push([params['id'], await request.json()])
      held = []
      return new HttpResponse(null, { status: 204 })
    }),
  )
})
afterEach(withoutPasskeys)

async function add(): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name: 'Add a passkey' }))
  await userEvent.type(screen.getByLabelText('Name of the passkey'), 'My phone')
  await userEvent.type(screen.getByLabelText('Your password'), 'a quiet harbour 7')
  await userEvent.click(screen.getByRole('button', { name: 'Go on' }))
}

describe('passkeys', () => {
  it('are added by name, password and the browser, and the first one shows the recovery codes', async () => {
    create.mockResolvedValue({
      id: 'a2V5',
      rawId: bytesOf('key'),
      response: { clientDataJSON: bytesOf('{}'), attestationObject: bytesOf('made'), getTransports: () => ['usb'] },
    })
    renderPiece(<Passkeys />)
    await add()
    expect(await screen.findByText('aaaa-bbbb', {}, { timeout: 10_000 })).toBeVisible()
    const response = { clientDataJSON: 'e30', attestationObject: 'bWFkZQ', transports: ['usb'] }
    expect(sent).toEqual([
      { password: 'a quiet harbour 7', code: '' },
      { challenge: 'asked', name: 'My phone', credential: { id: 'a2V5', rawId: 'a2V5', response } },
    ])
    const list = await screen.findByRole('list', { name: 'Passkeys' })
    expect(within(list).getByText(/not used yet/u)).toBeVisible()
  })

  it('say why the browser made none, and send nothing', async () => {
    create.mockRejectedValue(new DOMException('x', 'InvalidStateError'))
    renderPiece(<Passkeys />)
    await add()
    expect(await screen.findByText('This device holds a passkey of yours already.', {}, { timeout: 10_000 })).toBeVisible()
    expect(sent).toHaveLength(1)
  })

  it('get another name', async () => {
    held = [PHONE]
    renderPiece(<Passkeys />)
    await userEvent.click(await screen.findByRole('button', { name: 'Rename My phone' }))
    await userEvent.clear(screen.getByLabelText('Name of the passkey'))
    await userEvent.type(screen.getByLabelText('Name of the passkey'), 'Red key')
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Red key')).toBeVisible()
  })

  it('are removed by the password, and with an app by its code too', async () => {
    held = [PHONE]
    hasApp = true
    renderPiece(<Passkeys />)
    await userEvent.click(await screen.findByRole('button', { name: 'Remove My phone' }))
    await userEvent.type(screen.getByLabelText('Your password'), 'a quiet harbour 7')
    await userEvent.type(await screen.findByLabelText('Code'), '123456')
    await userEvent.click(screen.getByRole('button', { name: 'Remove it' }))
    await waitFor(() => expect(sent).toEqual([['3', { password: 'a quiet harbour 7', code: '123456' }]]))
    await waitFor(() => expect(screen.queryByText('My phone')).toBeNull())
  })

  it('are not offered where the browser has none', async () => {
    withoutPasskeys()
    renderPiece(<Passkeys />)
    expect(await screen.findByText(/This browser can add none here/u)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Add a passkey' })).toBeNull()
  })
})
