import { http, HttpResponse } from 'msw'
import { afterEach, describe, expect, it } from 'vitest'
import { server } from '@/testing/server'
import { api, unwrap } from './client'
import { ledger, type HouseholdLedger } from './ledger'
import { session } from './session'

const LINDEN: HouseholdLedger = { id: 7, name: 'Linden', role: 'partner' }

afterEach(() => {
  ledger.forget()
  session.signOut(true)
})

/** The ledger that each request names; empty for one's own. */
function watched(): string[] {
  const named: string[] = []
  const note = ({ request }: { request: Request }) => {
    named.push(request.headers.get('X-Ledger') ?? '')
    return HttpResponse.json({ results: [], next: null, previous: null })
  }
  server.use(http.get('/api/tags/', note), http.post('/api/tags/', note), http.post('/api/ask/', note))
  session.signIn('token')
  return named
}

const read = () => unwrap(api.GET('/api/tags/'))
const write = () => unwrap(api.POST('/api/tags/', { body: { name: 'Trip' } }))

describe('the ledger that is worked on', () => {
  it('is named in every request, unless it is one’s own', async () => {
    const named = watched()
    await read()
    ledger.become(LINDEN)
    await read()
    await write()
    ledger.become(null)
    await read()
    expect(named).toEqual(['', '7', '7', ''])
  })

  it('refuses a viewer’s change before it is sent, and lets them read and ask', async () => {
    const named = watched()
    ledger.become({ ...LINDEN, role: 'viewer' })
    await expect(write()).rejects.toMatchObject({ status: 403, code: 'read_only' })
    await read()
    await unwrap(api.POST('/api/ask/', { body: { question: 'How much?' } }))
    expect(named).toEqual(['7', '7'])
  })

  it('is kept in the tab, and forgotten with the session', () => {
    ledger.become(LINDEN)
    expect(sessionStorage.getItem('spendwise-ledger')).toBe(JSON.stringify(LINDEN))
    ledger.forget()
    expect([sessionStorage.getItem('spendwise-ledger'), localStorage.getItem('spendwise-ledger')]).toEqual([null, null])
  })
})
