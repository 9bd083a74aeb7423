import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, test } from 'vitest'
import categories from '@/testing/fixtures/categories.json'
import suggestions from '@/testing/fixtures/suggestions.json'
import fixture from '@/testing/fixtures/transactions.json'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { ReviewQueue } from './review-queue'

const [first, second] = fixture.results as [(typeof fixture.results)[number], (typeof fixture.results)[number]]

/** The server with two waiting rows; keeps what it was asked to do. */
function waitingRows(answer: () => Response): { bulk: unknown[]; undone: string[] } {
  const asked = { bulk: [] as unknown[], undone: [] as string[] }
  server.use(
    http.get('/api/transactions/', ({ request }) => {
      const isWaiting = new URL(request.url).searchParams.get('q')?.includes('is:uncategorised') ?? false
      return HttpResponse.json({ results: isWaiting ? [first, second] : [], next: null, previous: null })
    }),
    http.get('/api/transactions/totals/', () => HttpResponse.json({ count: 2, by_currency: [], base_currency: 'EUR', in_base: '0', missing_rates: [] })),
    http.post('/api/transactions/bulk/', async ({ request }) => {
      asked.bulk.push(await request.json())
      return answer()
    }),
    http.post('/api/changes/:id/undo/', ({ params }) => {
      asked.undone.push(String(params['id']))
      return HttpResponse.json({ id: 78, summary: '' })
    }),
  )
  return asked
}

describe('reviewing row by row', () => {
  const user = userEvent.setup()
  let asked: ReturnType<typeof waitingRows>

  beforeEach(() => {
    asked = waitingRows(() => HttpResponse.json({ count: 1, change_set: 77 }))
  })

  test('Enter accepts the suggestion, u takes exactly that change back', async () => {
    renderPiece(<ReviewQueue />)
    expect(await screen.findByText('2 rows left')).toBeVisible()
    await screen.findByRole('button', { name: /Rent\/Mortgage/u })
    await user.keyboard('{Enter}')
    expect(await screen.findByText('1 row left')).toBeVisible()
    expect(asked.bulk).toMatchObject([{ ids: [first.id], changes: { category: first.category }, expected_count: 1 }])
    await user.keyboard('u')
    expect(await screen.findByText('2 rows left')).toBeVisible()
    await waitFor(() => expect(asked.undone).toEqual(['77']))
    expect(screen.getByRole('article')).toHaveAccessibleName(first.payee_name)
  })

  test('s leaves rows for later and says so at the end', async () => {
    renderPiece(<ReviewQueue />)
    await screen.findByText('2 rows left')
    await user.keyboard('ss')
    expect(await screen.findByRole('heading', { name: 'Only skipped rows are left' })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Look at them again' }))
    expect(screen.getByRole('article')).toHaveAccessibleName(first.payee_name)
    expect(asked.bulk).toEqual([])
  })

  test('candidates of the categoriser stand first, with how sure they are and what they were learned from', async () => {
    const row = { ...second, category: null, category_name: null, category_source: 'none' }
    const [one, two] = categories.results.filter(({ kind }) => kind === 'expense') as unknown as [{ id: number; name: string }, { id: number; name: string }]
    server.use(
      http.get('/api/transactions/', ({ request }) => {
        const isWaiting = new URL(request.url).searchParams.get('q')?.includes('is:uncategorised') ?? false
        return HttpResponse.json({ results: isWaiting ? [row] : [], next: null, previous: null })
      }),
      http.get('/api/suggestions/', () => {
        const candidates = [
          { category: one.id, category_name: one.name, confidence: 0.83 },
          { category: two.id, category_name: two.name, confidence: 0.09 },
        ]
        const found = { ...suggestions.results[0], transaction: { id: row.id }, confidence: 0.91, reason: 'As you did before.', candidates, evidence: [7, 8] }
        return HttpResponse.json({ results: [found], next: null, previous: null })
      }),
    )
    renderPiece(<ReviewQueue />)
    expect(await screen.findByText('As you did before. 91 % sure')).toBeVisible()
    expect(screen.getByText('Possible, 9 %')).toBeVisible()
    expect(screen.getByRole('link', { name: /The 2 rows of yours/u })).toBeVisible()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(asked.bulk).toMatchObject([{ ids: [row.id], changes: { category: one.id } }]))
  })

  test('a row that the server refuses comes back', async () => {
    asked = waitingRows(() => HttpResponse.json({ code: 'conflict', message: 'Look again.' }, { status: 409 }))
    renderPiece(<ReviewQueue />)
    await screen.findByRole('button', { name: /Rent\/Mortgage/u })
    await user.keyboard('1')
    expect(await screen.findByText('Look again.')).toBeVisible()
    expect(screen.getByText('2 rows left')).toBeVisible()
    expect(screen.getByRole('article')).toHaveAccessibleName(first.payee_name)
  })
})
