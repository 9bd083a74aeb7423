import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { describe, expect, it, vi } from 'vitest'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { ForgotPage } from './forgot-page'
import { ResetPage } from './reset-page'

const ENDED = { code: 'reset_ended', message: 'This link has ended or was used before. Ask for a new one.', fields: {} }

describe('a forgotten password', () => {
  it('asks for a mail and says the same whoever it is', async () => {
    const sent = vi.fn()
    server.use(
      http.post('/api/auth/password/reset/', async ({ request }) => {
        sent(await request.json())
        return new HttpResponse(null, { status: 202 })
      }),
    )
    renderPiece(<ForgotPage onWantsSignIn={() => undefined} />)
    await userEvent.type(screen.getByLabelText('E-mail'), 'alice@example.org')
    await userEvent.click(screen.getByRole('button', { name: 'Send me a link' }))
    expect(await screen.findByRole('status')).toHaveTextContent(/If somebody has this address/u)
    expect(sent).toHaveBeenCalledWith({ email: 'alice@example.org' })
  })

  it('sets a new one by the token of the fragment, which leaves the address at once', async () => {
    const sent = vi.fn()
    server.use(
      http.post('/api/auth/password/reset/confirm/', async ({ request }) => {
        sent(await request.json())
        return new HttpResponse(null, { status: 204 })
      }),
    )
    window.location.hash = '#signed:token'
    renderPiece(<ResetPage onWantsSignIn={() => undefined} />)
    expect(window.location.hash).toBe('')
    await userEvent.type(screen.getByLabelText('New password', { selector: 'input' }), 'a quiet harbour 7')
    await userEvent.click(screen.getByRole('button', { name: 'Set password' }))
    expect(await screen.findByRole('status')).toHaveTextContent(/is set/u)
    expect(sent).toHaveBeenCalledWith({ token: 'signed:token', new_password: 'a quiet harbour 7' })
  })

  it('says that a link has ended', async () => {
    server.use(http.post('/api/auth/password/reset/confirm/', () => HttpResponse.json(ENDED, { status: 400 })))
    renderPiece(<ResetPage onWantsSignIn={() => undefined} />)
    await userEvent.type(screen.getByLabelText('New password', { selector: 'input' }), 'a quiet harbour 7')
    await userEvent.click(screen.getByRole('button', { name: 'Set password' }))
    expect(await screen.findByText(ENDED.message)).toBeVisible()
  })
})
