import { QueryClient } from '@tanstack/react-query'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { server } from '@/testing/server'
import { momentWords, newestOf } from './moment'
import { api, owe, refreshSession, unwrap } from './client'
import { connection } from './connection'
import { recallKept } from './kept'
import { session } from './session'

test('an edit is refused without a request while the server is away', async () => {
  let asked = 0
  server.use(http.patch('/api/auth/me/', () => HttpResponse.json({ n: ++asked })))
  connection.lost()
  session.showKept()
  await expect(unwrap(api.PATCH('/api/auth/me/', { body: {} }))).rejects.toMatchObject({ status: 0, code: 'offline' })
  expect(asked).toBe(0)
  connection.found()
})

test('a session that was ended without the server is ended before it could be taken up again', async () => {
  const said: string[] = []
  server.use(
    http.post('/api/auth/logout/', () => (said.push('logout'), HttpResponse.json({}))),
    http.post('/api/auth/token/refresh/', () => (said.push('refresh'), HttpResponse.json({ access: 'a' }))),
  )
  owe(true)
  expect(await refreshSession()).toBeNull()
  expect(session.status).toBe('signed-out')
  expect(said).toEqual(['logout'])
  expect(await refreshSession()).toBe('a')
})

test('nothing is recalled where nothing can be kept', async () => {
  expect(await recallKept(new QueryClient())).toBe(false)
})

test('says of when the newest figures are', () => {
  expect(newestOf([0, 0])).toBeNull()
  expect(momentWords(new Date(2026, 10, 28, 9, 5).getTime())).toBe(`28 November 2026, 09:05`)
  expect(newestOf([3, 9, 4])).toBe(9)
})
