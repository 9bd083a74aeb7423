import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { openReview } from '@/testing/import-runs'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { Reviews } from './reviews'

/** A server with open pairs, which takes answers. */
function asking(...ids: number[]): string[] {
  const answers: string[] = []
  let open = ids.map((id) => ({ ...openReview, id }))
  server.use(
    http.get('/api/duplicate-reviews/', () => HttpResponse.json({ next: null, previous: null, results: open })),
    http.post('/api/duplicate-reviews/:id/answer/', async ({ request, params }) => {
      const sent = (await request.json()) as { answer: string }
      answers.push(`${String(params['id'])} ${sent.answer}`)
      open = open.filter(({ id }) => String(id) !== params['id'])
      return HttpResponse.json({ ...openReview, status: sent.answer })
    }),
  )
  return answers
}

describe('same or different', () => {
  it('sets the rows side by side with what differs marked', async () => {
    asking(5)
    const { container } = renderPiece(<Reviews />)
    expect(await screen.findByText('The same amount one day apart, under another name.')).toBeVisible()
    const marked = [...container.querySelectorAll('mark')].map(({ textContent }) => textContent.trim())
    expect(marked).toEqual(['11 Mar 2025', '10 Mar 2025', 'Lindenmarkt Nord', 'LM Handels GmbH', 'Filiale'])
    expect(screen.getByText('added by hand')).toBeVisible()
  })

  it('is answered by button, and the answer can be taken back', async () => {
    const answers = asking(5)
    renderPiece(<Reviews />)
    await userEvent.click(await screen.findByRole('button', { name: 'Same: keep one' }))
    await waitFor(() => expect(screen.queryByText('Same or different?')).not.toBeInTheDocument())
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(answers).toEqual(['5 same', '5 different']))
  })

  it('is answered and walked by keys, but not while a chord goes somewhere', async () => {
    const answers = asking(5, 6, 7)
    renderPiece(<Reviews />)
    expect(await screen.findByText('1 of 3')).toBeVisible()
    await userEvent.keyboard('{ArrowRight}')
    expect(screen.getByText('2 of 3')).toBeVisible()
    await userEvent.keyboard('gs')
    expect(answers).toEqual([])
    await new Promise((resolve) => setTimeout(resolve, 1300))
    await userEvent.keyboard('d')
    await waitFor(() => expect(answers).toEqual(['6 different']))
    expect(await screen.findByText('2 of 2')).toBeVisible()
  })

  it('is not there when nothing is open', async () => {
    asking()
    const { container } = renderPiece(<Reviews />)
    await waitFor(() => expect(container).not.toHaveTextContent('Same or different?'))
  })
})
