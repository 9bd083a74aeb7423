import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { describe, expect, it, vi } from 'vitest'
import type { Transaction } from '@/api/types'
import transactions from '@/testing/fixtures/transactions.json'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { Attachments } from './attachments'

const RECEIPT = { id: 4, name: 'receipt.png', content_type: 'image/png', size: 48_213 }
const INVOICE = { id: 5, name: 'invoice.pdf', content_type: 'application/pdf', size: 120_000 }
const txn = { ...(transactions.results as Transaction[])[0], attachments: [RECEIPT, INVOICE] } as Transaction

describe('the files of a transaction', () => {
  it('are listed with their size and shown on a press, as what the server says they are', async () => {
    const made = vi.fn<(blob: Blob) => string>(() => 'blob:here')
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: made, revokeObjectURL: () => undefined }))
    server.use(http.get('/api/attachments/5/file/', () => HttpResponse.text('<script>alert(1)</script>', { headers: { 'Content-Type': 'text/html' } })))
    renderPiece(<Attachments txn={txn} />)
    const files = screen.getByRole('region', { name: 'Files' })
    expect(within(files).getAllByRole('listitem')).toHaveLength(2)
    expect(files).toHaveTextContent('48 kB')
    await userEvent.click(screen.getByRole('button', { name: /^Look at invoice\.pdf/u }))
    const dialog = await screen.findByRole('dialog', { name: 'invoice.pdf' })
    expect(await within(dialog).findByTitle('invoice.pdf')).toHaveAttribute('src', 'blob:here')
    expect(made.mock.calls[0]?.[0].type).toBe('application/pdf')
  })

  it('are sent one after the other, and the refused one says why', async () => {
    let sent = 0
    server.use(
      http.post('/api/transactions/:id/attachments/', () => {
        sent += 1
        if (sent === 1) return HttpResponse.json({ code: 'invalid', message: 'Only pictures and PDF files can be attached.', fields: {} }, { status: 400 })
        return HttpResponse.json({}, { status: 201 })
      }),
    )
    const { container } = renderPiece(<Attachments txn={{ ...txn, attachments: [] }} />)
    const input = container.ownerDocument.querySelector('input[type=file]')
    if (!(input instanceof HTMLInputElement)) throw new Error('nothing to pick files with')
    await userEvent.upload(input, [new File(['a'], 'one.png', { type: 'image/png' }), new File(['b'], 'two.png', { type: 'image/png' })])
    expect(await screen.findByText('one.png was not attached')).toBeVisible()
    expect(screen.getByText('Only pictures and PDF files can be attached.')).toBeVisible()
    expect(sent).toBe(2)
  })

  it('go with one press, and come back with Undo', async () => {
    const undone = vi.fn()
    server.use(
      http.delete('/api/attachments/4/', () => new HttpResponse(null, { status: 204 })),
      http.get('/api/transactions/:id/history/', () => HttpResponse.json({ next: null, previous: null, results: [{ change: 91 }] })),
      http.post('/api/changes/:id/undo/', ({ params }) => {
        undone(params['id'])
        return HttpResponse.json({ id: 92, summary: 'Undid: Removed receipt.png' })
      }),
    )
    renderPiece(<Attachments txn={txn} />)
    await userEvent.click(screen.getByRole('button', { name: 'Take off receipt.png' }))
    expect(await screen.findByText('receipt.png was taken off.')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(undone).toHaveBeenCalledWith('91'))
  })
})
