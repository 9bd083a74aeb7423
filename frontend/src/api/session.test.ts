import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import { server } from '@/testing/server'
import me from '@/testing/fixtures/me.json'
import { speak } from '@/lib/language'
import { api, refreshSession, unwrap } from './client'
import { ApiError } from './errors'
import { Session, session } from './session'

/** Answers only to the newest token, as the real server does once an old one has run out. */
function guardedServer(): { refreshes: () => number; headers: () => (string | null)[] } {
  let refreshes = 0
  const headers: (string | null)[] = []
  server.use(
    http.post('/api/auth/token/refresh/', ({ request }) => {
      refreshes += 1
      headers.push(request.headers.get('X-SpendWise-Refresh'))
      return HttpResponse.json({ access: `fresh-${refreshes}` })
    }),
    http.get('/api/auth/me/', ({ request }) =>
      request.headers.get('Authorization') === `Bearer fresh-${refreshes}`
        ? HttpResponse.json(me)
        : HttpResponse.json({ code: 'token_not_valid', message: 'Sign in again.', fields: {} }, { status: 401 }),
    ),
  )
  return { refreshes: () => refreshes, headers: () => headers }
}

beforeEach(() => session.signIn('old'))

describe('renewing the session', () => {
  it('sends one refresh for many refused requests, and repeats each of them once', async () => {
    const guarded = guardedServer()
    const answers = await Promise.all(Array.from({ length: 6 }, () => unwrap(api.GET('/api/auth/me/'))))
    expect(answers.map(({ email }) => email)).toEqual(Array.from({ length: 6 }, () => me.email))
    expect(guarded.refreshes()).toBe(1)
    expect(guarded.headers()).toEqual(['1'])
  })

  it('ends the session when the cookie is no longer good', async () => {
    server.use(
      http.get('/api/auth/me/', () => HttpResponse.json({ code: 'x', message: 'Sign in again.', fields: {} }, { status: 401 })),
      http.post('/api/auth/token/refresh/', () => HttpResponse.json({ code: 'x', message: 'No.', fields: {} }, { status: 401 })),
    )
    await expect(unwrap(api.GET('/api/auth/me/'))).rejects.toMatchObject({ status: 401 })
    expect(session.status).toBe('signed-out')
    expect(session.access).toBeNull()
  })

  it('keeps the session when the server is only busy', async () => {
    server.use(http.post('/api/auth/token/refresh/', () => HttpResponse.json({}, { status: 503 })))
    await expect(refreshSession()).rejects.toBeInstanceOf(ApiError)
    expect(session.status).toBe('signed-in')
  })

  it('takes turns with other tabs', async () => {
    const [one, other] = [new Session(), new Session()]
    const order: string[] = []
    const renew = (name: string) => async () => {
      order.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve, 30))
      order.push(`${name} ends`)
      return name
    }
    await Promise.all([one.refresh(renew('one')), other.refresh(renew('other'))])
    const [first, second] = order[0] === 'one begins' ? ['one', 'other'] : ['other', 'one']
    expect(order).toEqual([`${first} begins`, `${first} ends`, `${second} begins`, `${second} ends`])
  })
})

it('asks for sentences in the language of the page', async () => {
  const asked: (string | null)[] = []
  server.use(
    http.get('/api/auth/me/', ({ request }) => {
      asked.push(request.headers.get('Accept-Language'))
      return HttpResponse.json(me)
    }),
  )
  await unwrap(api.GET('/api/auth/me/'))
  speak('de')
  await unwrap(api.GET('/api/auth/me/')).finally(() => speak('en'))
  expect(asked).toEqual(['en', 'de'])
})

describe('errors', () => {
  it('say what happened when nobody answers', async () => {
    server.use(http.get('/api/auth/me/', () => HttpResponse.error()))
    await expect(unwrap(api.GET('/api/auth/me/'))).rejects.toMatchObject({ status: 0, code: 'unreachable' })
  })

  it('carry the fields of a refusal', async () => {
    const body = { code: 'invalid', message: 'Not a currency.', fields: { base_currency: ['Not a currency.'] } }
    server.use(http.patch('/api/auth/me/', () => HttpResponse.json(body, { status: 400 })))
    await expect(unwrap(api.PATCH('/api/auth/me/', { body: {} }))).rejects.toMatchObject({ fields: body.fields })
  })
})
