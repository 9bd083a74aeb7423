import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { describe, expect, it, vi } from 'vitest'
import { session } from '@/api/session'
import refused from '@/testing/fixtures/sign-in-refused.json'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { SignInPage } from './sign-in-page'

async function enter(): Promise<void> {
  await userEvent.type(screen.getByLabelText('E-mail'), 'alice@example.org')
  await userEvent.type(screen.getByLabelText('Password', { selector: 'input' }), 'a quiet harbour 7')
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
}

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
        HttpResponse.json({ code: 'second_factor_required', message: 'Code.', fields: {}, challenge: 'the-challenge' }, { status: 401 }),
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
