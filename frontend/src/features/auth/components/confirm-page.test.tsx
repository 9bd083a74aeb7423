import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { describe, expect, it, vi } from 'vitest'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { ConfirmPage } from './confirm-page'
import { SignUpPage } from './sign-up-page'

const ENDED = { code: 'confirmation_ended', message: 'This link has ended or was used before. Register again.', fields: {} }

describe('an address that is to be confirmed', () => {
  it('tells of the mail when nobody is signed in by registering', async () => {
    server.use(http.post('/api/auth/register/', () => HttpResponse.json({ email: 'a@example.org' }, { status: 202 })))
    const onDone = vi.fn()
    renderPiece(<SignUpPage onDone={onDone} onWantsSignIn={() => undefined} />)
    await userEvent.type(screen.getByLabelText('E-mail'), 'a@example.org')
    await userEvent.type(screen.getByLabelText('Password', { selector: 'input' }), 'a quiet harbour 7')
    await userEvent.click(screen.getByRole('button', { name: 'Create account' }))
    expect(await screen.findByRole('status')).toHaveTextContent(/A mail is on its way/u)
    expect(onDone).not.toHaveBeenCalled()
  })

  it('is confirmed by the token of the fragment, which leaves the address at once, and the password', async () => {
    const sent = vi.fn()
    server.use(
      http.post('/api/auth/register/confirm/', async ({ request }) => {
        sent(await request.json())
        return HttpResponse.json({ id: 1, email: 'a@example.org' }, { status: 201 })
      }),
      http.post('/api/auth/token/', () => HttpResponse.json({ access: 'short' })),
    )
    const onDone = vi.fn()
    window.location.hash = '#signed:token'
    renderPiece(<ConfirmPage onDone={onDone} onWantsSignIn={() => undefined} />)
    expect(window.location.hash).toBe('')
    await userEvent.type(screen.getByLabelText('Password', { selector: 'input' }), 'a quiet harbour 7')
    await userEvent.click(screen.getByRole('button', { name: 'Confirm' }))
    await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce())
    expect(sent).toHaveBeenCalledWith({ token: 'signed:token', password: 'a quiet harbour 7' })
  })

  it('says why a link does not open', async () => {
    server.use(http.post('/api/auth/register/confirm/', () => HttpResponse.json(ENDED, { status: 400 })))
    renderPiece(<ConfirmPage onDone={() => undefined} onWantsSignIn={() => undefined} />)
    await userEvent.type(screen.getByLabelText('Password', { selector: 'input' }), 'a quiet harbour 7')
    await userEvent.click(screen.getByRole('button', { name: 'Confirm' }))
    expect(await screen.findByRole('alert')).toHaveTextContent(/Register again/u)
  })
})
