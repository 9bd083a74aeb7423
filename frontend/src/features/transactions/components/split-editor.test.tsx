import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { describe, expect, it, vi } from 'vitest'
import type { Category, Transaction } from '@/api/types'
import categories from '@/testing/fixtures/categories.json'
import transactions from '@/testing/fixtures/transactions.json'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { SplitEditor } from './split-editor'

const txn = (transactions.results as Transaction[]).find(({ amount }) => amount === '-61.05')

describe('splitting a transaction', () => {
  it('saves shares that add up, signed like the whole', async () => {
    if (!txn) throw new Error('the fixture has no such transaction')
    const sent = vi.fn()
    server.use(
      http.patch('/api/transactions/:id/', async ({ request }) => {
        sent(await request.json())
        return HttpResponse.json(txn)
      }),
    )
    const done = vi.fn()
    renderPiece(<SplitEditor txn={txn} categories={categories.results as Category[]} onDone={done} />)
    const [first, second] = [screen.getByLabelText('Amount of share 1'), screen.getByLabelText('Amount of share 2')]
    await userEvent.clear(first)
    await userEvent.type(first, '40')
    await userEvent.type(second, '20')
    expect(screen.getByRole('status')).toHaveTextContent('€1.05 left')
    expect(screen.getByRole('button', { name: 'Save the split' })).toBeDisabled()
    await userEvent.click(screen.getByRole('button', { name: 'Put the rest into the last' }))
    expect(screen.getByRole('status')).toHaveTextContent('Adds up')
    await userEvent.click(screen.getByRole('button', { name: 'Save the split' }))
    await vi.waitFor(() => expect(done).toHaveBeenCalledOnce())
    expect(sent).toHaveBeenCalledWith({
      splits: [
        { amount: '-40.00', category: txn.category, note: '' },
        { amount: '-21.05', category: null, note: '' },
      ],
    })
  })
})
