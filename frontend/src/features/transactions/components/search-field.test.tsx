import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { delay, http, HttpResponse } from 'msw'
import { expect, it, vi } from 'vitest'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { SearchField } from './search-field'

it('takes a completion in place of what was typed of it since it was offered', async () => {
  server.use(
    http.get('/api/transactions/completions/', async ({ request }) => {
      if (new URL(request.url).searchParams.get('q') !== 'tag:') await delay('infinite')
      const tag = { kind: 'tag', start: 4, end: 4 }
      return HttpResponse.json([
        { ...tag, insert: 'car', label: 'car' },
        { ...tag, insert: 'Food', label: 'Food' },
      ])
    }),
  )
  renderPiece(<SearchField value="" error={null} onSearch={vi.fn()} />)
  const field = screen.getByLabelText('Search')
  await userEvent.click(field)
  await userEvent.paste('tag:')
  expect(await screen.findByRole('option', { name: /car/u })).toBeVisible()
  await userEvent.type(field, 'fo')
  expect(screen.queryByRole('option', { name: /car/u })).not.toBeInTheDocument()
  await userEvent.keyboard('{ArrowDown}{Enter}')
  expect(field).toHaveValue('tag:Food')
})
