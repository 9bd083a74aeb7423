import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { Transaction } from '@/api/types'
import transactions from '@/testing/fixtures/transactions.json'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { TagEditor } from './tag-editor'

const txn = { ...(transactions.results as Transaction[])[0], tags: ['work'] } as Transaction

function keeping(): unknown[] {
  const sent: unknown[] = []
  server.use(
    http.get('/api/tags/', () => HttpResponse.json({ next: null, previous: null, results: [{ id: 1, name: 'holiday', transaction_count: 2 }] })),
    http.patch('/api/transactions/:id/', async ({ request }) => {
      const body = (await request.json()) as { tags: string[] }
      sent.push(body.tags)
      return HttpResponse.json({ ...txn, tags: body.tags })
    }),
  )
  return sent
}

describe('the tags of a transaction', () => {
  it('are kept as each is ended, beside those that are there', async () => {
    const sent = keeping()
    renderPiece(<TagEditor txn={txn} />)
    await userEvent.type(screen.getByRole('combobox', { name: 'Tags' }), 'picnic{Enter}')
    await waitFor(() => expect(sent).toEqual([['work', 'picnic']]))
  })

  it('keep a word that was typed but not ended', async () => {
    const sent = keeping()
    renderPiece(<TagEditor txn={txn} />)
    await userEvent.type(screen.getByRole('combobox', { name: 'Tags' }), 'shared')
    await userEvent.tab()
    await waitFor(() => expect(sent).toEqual([['work', 'shared']]))
  })
})
