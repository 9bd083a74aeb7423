import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { session } from '@/api/session'
import refused from '@/testing/fixtures/sign-in-refused.json'
import { renderPiece } from '@/testing/render'
import { bytesOf, withoutPasskeys, withPasskeys } from '@/testing/passkeys'
import { server } from '@/testing/server'
import { SignInPage } from './sign-in-page'

async function enter(): Promise<void> {
  await userEvent.type(screen.getByLabelText('E-mail'), 'alice@example.org')
  await userEvent.type(screen.getByLabelText('Password', { selector: 'input' }), 'a quiet harbour 7')
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
}

// The lines that ask a browser for a passkey are loaded when they are needed.
const SOON = { timeout: 10_000 }

describe('signing in', () => {
  it('asks for the cookie and keeps only the access token, in memory', async () => {
    const sent = vi.fn()
    server.use(
      http.post('/api/auth/token/', async ({ request }) => {
        sent(await request.json())
        return HttpResponse.json({ access: 'short-lived' })
      }),
    )
    const done = vi.fn()
    renderPiece(<SignInPage onDone={done} onWantsSignUp={() => undefined} onForgot={() => undefined} />)
    await enter()
    await vi.waitFor(() => expect(done).toHaveBeenCalledOnce())
    expect(sent).toHaveBeenCalledWith({ email: 'alice@example.org', password: 'a quiet harbour 7', cookie: true })
    expect(session.access).toBe('short-lived')
    const stored = [localStorage, sessionStorage].map((storage) => JSON.stringify(storage)).join()
    expect(stored).not.toContain('short-lived')
  })

  it('says in the words of the server why not', async () => {
    server.use(http.post('/api/auth/token/', () => HttpResponse.json(refused, { status: 401 })))
    const done = vi.fn()
    renderPiece(<SignInPage onDone={done} onWantsSignUp={() => undefined} onForgot={() => undefined} />)
    await enter()
    expect(await screen.findByText(refused.message)).toBeVisible()
    expect(done).not.toHaveBeenCalled()
  })

  it('asks for a code where there is a second factor, and lets in only after it', async () => {
    const sent = vi.fn()
    const wrong = { code: 'wrong_code', message: 'This code is wrong.', fields: { code: ['This code is wrong.'] } }
    server.use(
      http.post('/api/auth/token/', () =>
        HttpResponse.json({ code: 'second_factor_required', message: 'Code.', fields: {}, challenge: 'the-challenge', methods: ['app', 'recovery'] }, { status: 401 }),
      ),
      http.post('/api/auth/token/second-factor/', async ({ request }) => {
        const body = (await request.json()) as { code: string }
        sent(body)
        return body.code === '123456' ? HttpResponse.json({ access: 'after-both' }) : HttpResponse.json(wrong, { status: 400 })
      }),
    )
    const done = vi.fn()
    renderPiece(<SignInPage onDone={done} onWantsSignUp={() => undefined} onForgot={() => undefined} />)
    await enter()
    await userEvent.type(await screen.findByLabelText('Code'), '000000')
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
    expect(await screen.findByText('This code is wrong.')).toBeVisible()
    expect(done).not.toHaveBeenCalled()
    await userEvent.clear(screen.getByLabelText('Code'))
    await userEvent.type(screen.getByLabelText('Code'), '123456')
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
    await vi.waitFor(() => expect(done).toHaveBeenCalledOnce())
    expect(sent).toHaveBeenLastCalledWith({ challenge: 'the-challenge', code: '123456', cookie: true })
    expect(session.access).toBe('after-both')
  })
})

describe('signing in with a passkey', () => {
  const answer = {
    id: 'a2V5',
    rawId: bytesOf('key'),
    response: { clientDataJSON: bytesOf('{}'), authenticatorData: bytesOf('data'), signature: bytesOf('sign'), userHandle: bytesOf('alice') },
  }
  const get = vi.fn()

  beforeEach(() => {
    withPasskeys({ get })
    get.mockReset()
  })
  afterEach(withoutPasskeys)

  function doors(): { begun: unknown[]; sent: unknown[] } {
    const seen: { begun: unknown[]; sent: unknown[] } = { begun: [], sent: [] }
    server.use(
      http.post('/api/auth/token/', () =>
        HttpResponse.json(
          { code: 'second_factor_required', message: 'Passkey.', fields: {}, challenge: 'half', methods: ['passkey', 'recovery'] },
          { status: 401 },
        ),
      ),
      http.post('/api/auth/token/passkey/begin/', async ({ request }) => {
        seen.begun.push(await request.json())
        return HttpResponse.json({ challenge: 'asked', options: { challenge: '-_8', rpId: 'localhost', allowCredentials: [{ type: 'public-key', id: 'a2V5' }] } })
      }),
      http.post('/api/auth/token/passkey/', async ({ request }) => {
        seen.sent.push(await request.json())
        return HttpResponse.json({ access: 'by-passkey' })
      }),
    )
    return seen
  }

  it('opens without a password, and hands the browser bytes', async () => {
    get.mockResolvedValue(answer)
    const seen = doors()
    const done = vi.fn()
    renderPiece(<SignInPage onDone={done} onWantsSignUp={() => undefined} onForgot={() => undefined} />)
    await userEvent.click(screen.getByRole('button', { name: 'Sign in with a passkey' }))
    await vi.waitFor(() => expect(done).toHaveBeenCalledOnce(), SOON)
    const [{ publicKey }] = get.mock.calls[0] as [{ publicKey: { challenge: Uint8Array; allowCredentials: { id: Uint8Array }[] } }]
    expect([...publicKey.challenge]).toEqual([251, 255])
    expect([...(publicKey.allowCredentials[0]?.id ?? [])]).toEqual([107, 101, 121])
    expect(seen.begun).toEqual([{ challenge: '' }])
    const response = { clientDataJSON: 'e30', authenticatorData: 'ZGF0YQ', signature: 'c2lnbg', userHandle: 'YWxpY2U' }
    expect(seen.sent).toEqual([{ challenge: 'asked', credential: { id: 'a2V5', rawId: 'a2V5', response }, cookie: true }])
    expect(session.access).toBe('by-passkey')
  })

  it('takes it as the second step of a right password', async () => {
    get.mockResolvedValue(answer)
    const seen = doors()
    const done = vi.fn()
    renderPiece(<SignInPage onDone={done} onWantsSignUp={() => undefined} onForgot={() => undefined} />)
    await enter()
    await userEvent.click(await screen.findByRole('button', { name: 'Use your passkey' }))
    await vi.waitFor(() => expect(done).toHaveBeenCalledOnce(), SOON)
    expect(seen.begun).toEqual([{ challenge: 'half' }])
  })

  it('says why none came', async () => {
    get.mockRejectedValue(new DOMException('x', 'NotAllowedError'))
    doors()
    renderPiece(<SignInPage onDone={() => undefined} onWantsSignUp={() => undefined} onForgot={() => undefined} />)
    await userEvent.click(screen.getByRole('button', { name: 'Sign in with a passkey' }))
    expect(await screen.findByText(/it was cancelled, took too long/u, {}, SOON)).toBeVisible()
  })

  it('is not offered where the browser has none', () => {
    withoutPasskeys()
    renderPiece(<SignInPage onDone={() => undefined} onWantsSignUp={() => undefined} onForgot={() => undefined} />)
    expect(screen.queryByRole('button', { name: 'Sign in with a passkey' })).toBeNull()
  })
})
