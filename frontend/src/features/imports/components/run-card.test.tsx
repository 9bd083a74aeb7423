import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { StatementImport } from '@/api/types'
import { answeredRun, askingRun, bookedRun } from '@/testing/import-runs'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { RunCard } from './run-card'

/** A server with one import, which says what it was told. */
function serving(run: StatementImport, afterwards: (sent: unknown) => StatementImport = () => run) {
  const told: unknown[] = []
  let kept = run
  server.use(
    http.get('/api/imports/:id/', () => HttpResponse.json(kept)),
    http.post('/api/imports/:id/preview/', async ({ request }) => {
      const sent = await request.json()
      told.push(sent)
      kept = afterwards(sent)
      return HttpResponse.json(kept)
    }),
    http.post('/api/imports/:id/commit/', async ({ request }) => {
      told.push(await request.json())
      kept = bookedRun
      return HttpResponse.json(kept, { status: 201 })
    }),
  )
  return told
}

function show() {
  return renderPiece(<RunCard id={31} onPutAway={() => undefined} />)
}

describe('what was understood', () => {
  it('is a sum that meets the balances of the file', async () => {
    serving(askingRun)
    show()
    expect(await screen.findByText('fits to the cent')).toBeVisible()
    const card = screen.getByRole('article', { name: 'umsaetze.csv' })
    expect(card).toHaveTextContent('€1,204.00opening')
    expect(card).toHaveTextContent('€2,988.01closing, says the file')
    expect(screen.getByText('6 lines')).toBeVisible()
  })

  it('is said to be doubtful where the balances do not meet', async () => {
    const accounts = askingRun.accounts.map((account) => ({ ...account, balance_check: 'differs' as const, balance_difference: '12.00' }))
    serving({ ...askingRun, questions: [], accounts })
    show()
    expect(await screen.findByText(/do not fit its lines/u)).toBeVisible()
    expect(screen.getByText(/apart: a line may be missing or misread/u)).toHaveTextContent('€12.00')
  })

  it('leads from the sum to its lines, which make exactly it', async () => {
    serving(answeredRun)
    show()
    await userEvent.click(await screen.findByRole('button', { name: '€1,784.01' }))
    const drawer = await screen.findByRole('dialog', { name: 'Lines of Girokonto' })
    expect(within(drawer).getByText('5 rows make').closest('tr')).toHaveTextContent('€1,784.01')
  })
})

describe('a question', () => {
  it('is answered at once, stays to be changed, and can be taken back', async () => {
    const told = serving(askingRun, (sent) =>
      JSON.stringify(sent).includes('DMY') ? answeredRun : askingRun,
    )
    show()
    await userEvent.click(await screen.findByRole('radio', { name: 'Day first: 2 March 2025' }))
    expect(await screen.findByRole('button', { name: 'Change the answer: Day first: 2 March 2025' })).toBeVisible()
    expect(screen.getByText(/remembered for files like this/u)).toBeVisible()
    expect(told).toEqual([{ account: null, new_account: false, overrides: { date_order: 'DMY' } }])
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(told.at(-1)).toEqual({ account: null, new_account: false, overrides: {} }))
    expect(await screen.findByRole('radio', { name: 'Month first: 3 February 2025' })).toBeVisible()
  })

  it('may stay open: what the preview showed is booked', async () => {
    const told = serving(askingRun)
    show()
    expect(await screen.findByText('Open questions stay as shown above.')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Import 4 transactions' }))
    expect(await screen.findByText('4 transactions imported into Girokonto.')).toBeVisible()
    expect(told).toEqual([{ account: null, new_account: false, overrides: {} }])
  })
})

describe('a column', () => {
  it('says how sure it is, and becomes what it is pointed to be', async () => {
    const told = serving(askingRun)
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Column G: Balance after, a guess. Change' }))
    expect(await screen.findByText(/but two do not fit/u)).toBeVisible()
    await userEvent.click(screen.getByRole('menuitem', { name: /^Not used/u }))
    expect(await screen.findByText('“Column G” is not used.')).toBeVisible()
    await waitFor(() => expect(told).toEqual([{ account: null, new_account: false, overrides: { columns: { '6': '' } } }]))
  })

  it('is reached and changed with the keyboard alone', async () => {
    const told = serving(askingRun)
    show()
    const head = await screen.findByRole('button', { name: /^Kennz\.: Not used/u })
    head.focus()
    await userEvent.keyboard('{Enter}')
    await screen.findByRole('menu')
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    await waitFor(() => expect(told).toHaveLength(1))
  })

  it('keeps its role when the file could not be read again', async () => {
    serving(askingRun)
    server.use(http.post('/api/imports/:id/preview/', () => HttpResponse.json({ code: 'busy', message: 'Busy.' }, { status: 503 })))
    show()
    await userEvent.click(await screen.findByRole('button', { name: /^Column G: Balance after/u }))
    await userEvent.click(await screen.findByRole('menuitem', { name: /^Not used/u }))
    expect(await screen.findByText('The file was not read again; it stands as before')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Column G: Balance after, a guess. Change' })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument()
  })
})

describe('how a file is read', () => {
  it('is shown as found and can be said otherwise', async () => {
    const told = serving(askingRun)
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Reading' }))
    await userEvent.click(screen.getByRole('combobox', { name: 'Decimal mark' }))
    await userEvent.click(await screen.findByRole('option', { name: 'Point, 1,234.56' }))
    await waitFor(() => expect(told).toEqual([{ account: null, new_account: false, overrides: { decimal_mark: '.' } }]))
    const header = screen.getByRole('textbox', { name: /Header line/u })
    await userEvent.type(header, '7{Enter}')
    await waitFor(() => expect(told.at(-1)).toEqual({ account: null, new_account: false, overrides: { decimal_mark: '.', header_line: 7 } }))
  })

  it('says when it was remembered, and forgets it', async () => {
    const told = serving({ ...answeredRun, profile_used: true }, () => askingRun)
    const deleted: string[] = []
    server.use(
      http.get('/api/import-profiles/', () =>
        HttpResponse.json({ next: null, previous: null, results: [{ id: 2, source_key: 'csv:1f' }, { id: 3, source_key: 'csv:other' }] }),
      ),
      http.delete('/api/import-profiles/:id/', ({ params }) => {
        deleted.push(String(params['id']))
        return new HttpResponse(null, { status: 204 })
      }),
    )
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Forget' }))
    expect(await screen.findByRole('radio', { name: 'Day first: 2 March 2025' })).toBeVisible()
    expect(deleted).toEqual(['2'])
    expect(told).toEqual([{ account: null, new_account: false, overrides: {} }])
  })
})

describe('what is there already', () => {
  it('is folded, each line with its reason', async () => {
    serving(askingRun)
    show()
    const toggle = await screen.findByRole('button', { name: '1 line already there: nothing is booked twice' })
    expect(toggle).toHaveAttribute('aria-expanded', 'false')
    await userEvent.click(toggle)
    expect(toggle).toHaveAttribute('aria-expanded', 'true')
    expect(screen.getByText('The same day, amount and text are there.')).toBeInTheDocument()
  })

  it('leaves nothing to import', async () => {
    serving({ ...answeredRun, lines_new: 0, lines_review: 0, lines_duplicate: 5 })
    show()
    await waitFor(() => expect(screen.getByRole('button', { name: 'Nothing new to import' })).toBeDisabled())
  })
})

describe('a booked file', () => {
  it('accounts for every line and names the ledger before and after', async () => {
    serving(bookedRun)
    show()
    const certificate = await screen.findByRole('region', { name: 'Certificate of umsaetze.csv' })
    expect(certificate).toHaveTextContent('6 found=4 new+1 already there+1 left out')
    expect(within(certificate).getAllByText('fits')).toHaveLength(2)
    expect(within(certificate).getByRole('button', { name: /^Ledger before: 9b74c9…c5de/u })).toBeVisible()
    expect(within(certificate).getByText('4.2 kB, all of it read')).toBeVisible()
    expect(within(certificate).getByText('Line 13')).toBeVisible()
  })

  it('is taken back at once when nothing was changed since', async () => {
    serving(bookedRun)
    server.use(
      http.get('/api/imports/:id/rollback/', () => HttpResponse.json({ transactions: 4, reconciled: 0, edited: [], accounts_removed: [] })),
      http.post('/api/imports/:id/rollback/', () => HttpResponse.json({ ...bookedRun, status: 'rolled_back' })),
    )
    show()
    const undo = await screen.findByRole('button', { name: 'Undo' })
    server.use(http.get('/api/imports/:id/', () => HttpResponse.json({ ...bookedRun, status: 'rolled_back' })))
    await userEvent.click(undo)
    expect(await screen.findByText(/Taken back/u)).toBeVisible()
  })

  it('shows what was changed since before it is taken back', async () => {
    serving(bookedRun)
    const taken: unknown[] = []
    server.use(
      http.get('/api/imports/:id/rollback/', () =>
        HttpResponse.json({
          transactions: 4,
          restored: 0,
          kept_for_later_imports: 1,
          reconciled: 1,
          edited: [{ transaction: 9, booking_date: '2025-03-02', description: 'Miete März', what: ['category', 'note'] }],
          accounts_removed: ['Girokonto'],
        }),
      ),
      http.post('/api/imports/:id/rollback/', async ({ request }) => {
        taken.push(await request.json())
        return HttpResponse.json({ ...bookedRun, status: 'rolled_back' })
      }),
    )
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    const dialog = await screen.findByRole('dialog', { name: 'Take back umsaetze.csv?' })
    expect(dialog).toHaveTextContent('You changed 1 transaction of this import since.')
    expect(dialog).toHaveTextContent('Category and note')
    expect(dialog).toHaveTextContent('1 transaction stays, because a later file holds it too.')
    expect(dialog).toHaveTextContent('1 transaction is reconciled with a bank statement.')
    expect(taken).toEqual([])
    await userEvent.click(within(dialog).getByRole('button', { name: 'Take back 4 transactions' }))
    await waitFor(() => expect(taken).toEqual([{ unlock: true }]))
  })
})

it('shows how far the worker is with a large file', async () => {
  serving({ ...askingRun, status: 'running', job: 77, preview: [], columns: [], questions: [] })
  server.use(
    http.get('/api/jobs/', () =>
      HttpResponse.json({
        next: null,
        previous: null,
        results: [{ id: 77, kind: 'statement_import', status: 'running', stage: 'reading', progress: 40, started_at: null }],
      }),
    ),
  )
  show()
  expect(await screen.findByText('Reading, 40 %')).toBeVisible()
  expect(screen.getByText(/You can leave this page/u)).toBeVisible()
})
