import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test, vi } from 'vitest'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { RuleEditor } from './rule-editor'

const EMPTY = { next: null, previous: null, results: [] }
const SAMPLE = {
  id: 5,
  booking_date: '2025-09-19',
  name: 'City Market',
  amount: '-61.05',
  currency: 'EUR',
  before: { category: null },
  after: { category: 'Groceries' },
}

test('what a rule finds stands there before it is saved', async () => {
  const saved: unknown[] = []
  server.use(
    http.get('/api/tags/', () => HttpResponse.json(EMPTY)),
    http.get('/api/payees/', () => HttpResponse.json(EMPTY)),
    http.post('/api/rules/preview/', () => HttpResponse.json({ matches: 3, sample: [SAMPLE] })),
    http.post('/api/rules/', async ({ request }) => {
      saved.push(await request.json())
      return HttpResponse.json({ id: 1 }, { status: 201 })
    }),
  )
  const onClose = vi.fn()
  const user = userEvent.setup()
  renderPiece(<RuleEditor edited="new" nextPosition={4} onClose={onClose} onApply={() => undefined} />)
  expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled()
  await user.type(screen.getByRole('textbox', { name: 'Value' }), 'market')
  expect(await screen.findByText('3 transactions')).toBeVisible()
  expect(screen.getByText(/Say what to do with them/u)).toBeVisible()
  await user.click(screen.getByRole('combobox', { name: 'Category' }))
  await user.click(await screen.findByRole('option', { name: 'Groceries', hidden: true }))
  expect(await screen.findByText('Groceries', { selector: 'strong' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(onClose).toHaveBeenCalled())
  expect(saved).toMatchObject([
    { position: 4, condition: { field: 'text', op: 'contains', value: 'market' }, actions: [{ type: 'set_category' }] },
  ])
})

test('a condition that the server does not understand is told in its words', async () => {
  server.use(
    http.get('/api/tags/', () => HttpResponse.json(EMPTY)),
    http.get('/api/payees/', () => HttpResponse.json(EMPTY)),
    http.post('/api/rules/preview/', () =>
      HttpResponse.json({ code: 'invalid', message: 'Check the marked fields.', fields: { condition: ['Write a number.'] } }, { status: 400 }),
    ),
  )
  const user = userEvent.setup()
  renderPiece(<RuleEditor edited="new" nextPosition={0} onClose={() => undefined} onApply={() => undefined} />)
  await user.type(screen.getByRole('textbox', { name: 'Value' }), 'x')
  expect(await screen.findByText('Write a number.')).toBeVisible()
})
