import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { useState } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Goal } from '@/api/types'
import goals from '@/testing/fixtures/goals.json'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { GoalsPage } from './goals-page'

const [kitchen, house] = goals.results
let sent: unknown[] = []

function Here() {
  const [edited, setEdited] = useState<Goal | 'new' | null>(null)
  return <GoalsPage edited={edited} onEdit={setEdited} />
}

async function rowOf(name: string): Promise<HTMLElement> {
  const bar = await screen.findByRole('progressbar', { name: new RegExp(`^${name}: `, 'u') })
  const row = bar.closest('li')
  if (!row) throw new Error(`${name} is in no row`)
  return row
}

beforeEach(() => {
  sent = []
  server.use(
    http.post('/api/goals/reorder/', async ({ request }) => {
      sent.push(await request.json())
      return new HttpResponse(null, { status: 204 })
    }),
    http.post('/api/goals/:id/restore/', ({ params }) => {
      sent.push(`restore ${String(params['id'])}`)
      return HttpResponse.json(kitchen)
    }),
    http.post('/api/goals/', async ({ request }) => {
      const body = await request.json()
      sent.push(body)
      return HttpResponse.json({ ...kitchen, ...(body as object) }, { status: 201 })
    }),
    http.patch('/api/goals/:id/', async ({ request }) => {
      const body = await request.json()
      sent.push(body)
      return HttpResponse.json({ ...kitchen, ...(body as object) })
    }),
    http.delete('/api/goals/:id/', ({ params }) => {
      sent.push(`delete ${String(params['id'])}`)
      return new HttpResponse(null, { status: 204 })
    }),
  )
})

describe('goals', () => {
  it('say how likely they are, and why where they cannot', async () => {
    renderPiece(<Here />)
    const row = await rowOf('House')
    expect(row).toHaveTextContent('Very unlikely by 31 December 2040')
    expect(row).toHaveTextContent('aside each month to make four in five of them arrive.')
    expect(within(row).getByRole('button', { name: '0%' })).toBeVisible()
    expect(await rowOf('Someday')).toHaveTextContent('Give it a date to see how likely it is.')
    expect(await rowOf('Bicycle')).toHaveTextContent('Reached.')
  })

  it('lead to no evidence that says something else', async () => {
    server.use(http.get('/api/goals/', () => HttpResponse.json({ ...goals, results: [{ ...house, odds: '0.5000' }] })))
    renderPiece(<Here />)
    const row = await rowOf('House')
    expect(row).toHaveTextContent('As likely as not')
    expect(within(row).queryByRole('button', { name: '50%' })).toBeNull()
  })

  it('are added with what was typed', async () => {
    server.use(http.get('/api/goals/', () => HttpResponse.json({ next: null, previous: null, results: [] })))
    renderPiece(<Here />)
    await userEvent.click(await screen.findByRole('button', { name: 'Add your first goal' }))
    const form = await screen.findByRole('dialog', { name: 'Add a goal' })
    await userEvent.click(within(form).getByRole('button', { name: 'Add' }))
    expect(await within(form).findByText('Give it a name.')).toBeVisible()
    expect(within(form).getByText('Write an amount such as 120.50.')).toBeVisible()
    await userEvent.type(within(form).getByLabelText('What for'), ' Boat ')
    await userEvent.type(within(form).getByLabelText('Target in EUR'), '1.250,5')
    await userEvent.type(within(form).getByLabelText('Saved so far in EUR'), '100')
    await userEvent.click(within(form).getByRole('button', { name: 'Add' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]).toEqual({
      name: 'Boat', currency: 'EUR', target: '1250.50', target_date: null, accounts: [], saved_by_hand: '100.00', monthly: '0', note: '',
    })
  })

  it('show what the server refuses beside the field', async () => {
    server.use(
      http.patch('/api/goals/:id/', () =>
        HttpResponse.json({ code: 'invalid', message: 'No.', fields: { target: ['That is too much.'] } }, { status: 400 }),
      ),
    )
    renderPiece(<Here />)
    await userEvent.click(await screen.findByRole('button', { name: 'Edit Someday' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Save' }))
    expect(await screen.findByText('That is too much.')).toBeVisible()
  })

  it('take an edit back by what was there', async () => {
    renderPiece(<Here />)
    await userEvent.click(await screen.findByRole('button', { name: 'Edit Someday' }))
    const name = await screen.findByLabelText('What for')
    await userEvent.clear(name)
    await userEvent.type(name, 'One day')
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(sent).toHaveLength(2))
    expect(sent[0]).toMatchObject({ name: 'One day', target: '500.00' })
    expect(sent[1]).toMatchObject({ name: 'Someday', target: '500.00', saved_by_hand: '125.00' })
  })

  it('are removed at once and brought back', async () => {
    renderPiece(<Here />)
    await userEvent.click(await screen.findByRole('button', { name: 'Remove Kitchen' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(sent).toEqual([`delete ${String(kitchen?.id)}`, `restore ${String(kitchen?.id)}`]))
  })

  it('stay where the server refuses to remove them', async () => {
    server.use(http.delete('/api/goals/:id/', () => HttpResponse.json({ code: 'no', message: 'Not now.', fields: {} }, { status: 409 })))
    renderPiece(<Here />)
    await userEvent.click(await screen.findByRole('button', { name: 'Remove Kitchen' }))
    expect(await screen.findByText('Not now.')).toBeVisible()
    expect(await rowOf('Kitchen')).toBeVisible()
  })

  it('are put into another order and away', async () => {
    renderPiece(<Here />)
    await userEvent.click(await screen.findByRole('button', { name: 'Move House up' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect((sent[0] as { ids: number[] }).ids.slice(0, 2)).toEqual([house?.id, kitchen?.id])
    await userEvent.click(await screen.findByRole('button', { name: 'Put away Bicycle' }))
    await waitFor(() => expect(sent[1]).toEqual({ is_archived: true }))
  })

  it('say when they could not be loaded', async () => {
    server.use(http.get('/api/goals/', () => HttpResponse.json({ code: 'x', message: 'Down.', fields: {} }, { status: 503 })))
    renderPiece(<Here />)
    expect(await screen.findByRole('alert')).toHaveTextContent('Your goals could not be loaded')
  })
})
