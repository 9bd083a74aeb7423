import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { SecondFactor } from './second-factor'

const OFF = { is_on: false, confirmed_at: null, passkeys: 0, recovery_codes_left: 0 }
const ON = { is_on: true, confirmed_at: '2026-11-01T10:00:00Z', passkeys: 0, recovery_codes_left: 9 }
const WRONG = { code: 'wrong_code', message: 'This code is wrong.', fields: { code: ['This code is wrong.'] } }
let state = OFF as typeof OFF | typeof ON
let sent: unknown[] = []

beforeEach(() => {
  state = OFF
  sent = []
  server.use(
    http.get('/api/auth/second-factor/', () => HttpResponse.json(state)),
    http.post('/api/auth/second-factor/', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ secret: 'ABCDEFGH', uri: 'otpauth://totp/x', svg: '<svg xmlns="http://www.w3.org/2000/svg"/>' }, { status: 201 })
    }),
    http.post('/api/auth/second-factor/confirm/', async ({ request }) => {
      const { code } = (await request.json()) as { code: string }
      if (code !== '123456') return HttpResponse.json(WRONG, { status: 400 })
      state = ON
      return HttpResponse.json({ recovery_codes: ['aaaa-bbbb', 'cccc-dddd'] })
    }),
    http.delete('/api/auth/second-factor/', async ({ request }) => {
      sent.push(await request.json())
      state = OFF
      return new HttpResponse(null, { status: 204 })
    }),
    http.post('/api/auth/second-factor/recovery-codes/', () => HttpResponse.json({ recovery_codes: ['eeee-ffff'] })),
  )
})

async function prove(action: string): Promise<void> {
  await userEvent.type(screen.getByLabelText('Your password'), 'a quiet harbour 7')
  await userEvent.type(screen.getByLabelText('Code'), '654321')
  await userEvent.click(screen.getByRole('button', { name: action }))
}

describe('a second factor', () => {
  it('is set up by password, picture and a first code, and shows the recovery codes once', async () => {
    renderPiece(<SecondFactor />)
    await userEvent.click(await screen.findByRole('button', { name: 'Set up an app' }))
    await userEvent.type(screen.getByLabelText('Your password'), 'a quiet harbour 7')
    await userEvent.click(screen.getByRole('button', { name: 'Go on' }))
    expect(await screen.findByRole('img', { name: /QR code/u })).toHaveAttribute('src', expect.stringMatching(/^data:image\/svg\+xml,/u))
    expect(screen.getByText('ABCD EFGH')).toBeVisible()
    await userEvent.type(screen.getByLabelText(/Code that the app/u), '000000')
    await userEvent.click(screen.getByRole('button', { name: 'Switch it on' }))
    expect(await screen.findByText('This code is wrong.')).toBeVisible()
    await userEvent.clear(screen.getByLabelText(/Code that the app/u))
    await userEvent.type(screen.getByLabelText(/Code that the app/u), '123456')
    await userEvent.click(screen.getByRole('button', { name: 'Switch it on' }))
    const codes = await screen.findByRole('list', { name: 'Recovery codes' })
    expect(within(codes).getAllByRole('listitem').map((item) => item.textContent)).toEqual(['aaaa-bbbb', 'cccc-dddd'])
    await userEvent.click(screen.getByRole('button', { name: 'I have them' }))
    expect(screen.queryByText('aaaa-bbbb')).toBeNull()
    expect(await screen.findByText(/9 recovery codes are unused/u)).toBeVisible()
  })

  it('is switched off by password and code', async () => {
    state = ON
    renderPiece(<SecondFactor />)
    await userEvent.click(await screen.findByRole('button', { name: 'Switch the app off' }))
    await prove('Switch the app off')
    await waitFor(() => expect(sent).toEqual([{ password: 'a quiet harbour 7', code: '654321' }]))
    expect(await screen.findByRole('button', { name: 'Set up an app' })).toBeVisible()
  })

  it('renews its recovery codes', async () => {
    state = ON
    renderPiece(<SecondFactor />)
    await userEvent.click(await screen.findByRole('button', { name: 'New recovery codes' }))
    await prove('Make new codes')
    expect(await screen.findByText('eeee-ffff')).toBeVisible()
  })

  it('says when it could not be loaded', async () => {
    server.use(http.get('/api/auth/second-factor/', () => HttpResponse.json({ code: 'busy', message: 'Busy.', fields: {} }, { status: 503 })))
    renderPiece(<SecondFactor />)
    expect(await screen.findByText('Your second factor could not be loaded')).toBeVisible()
  })
})
