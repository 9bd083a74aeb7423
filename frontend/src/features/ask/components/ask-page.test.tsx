import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, it, vi } from 'vitest'
import type { Answer } from '@/api/types'
import { EvidenceContext } from '@/components/ui/evidence-context'
import answered from '@/testing/fixtures/ask-answer.json'
import grouped from '@/testing/fixtures/ask-grouped.json'
import pins from '@/testing/fixtures/ask-pins.json'
import refused from '@/testing/fixtures/ask-refused.json'
import series from '@/testing/fixtures/ask-series.json'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { AskPage } from './ask-page'
import { Pins } from './pins'

const NO_PINS = { results: [] }

function answers(body: unknown, pinned: unknown = NO_PINS): void {
  server.use(
    http.post('/api/ask/', () => HttpResponse.json(body as Answer)),
    http.get('/api/ask/pins/', () => HttpResponse.json(pinned as typeof NO_PINS)),
  )
}

it('asks nothing before there is a question, and offers some', async () => {
  const onAsk = vi.fn()
  renderPiece(<AskPage question="" onAsk={onAsk} />)
  await userEvent.click(screen.getByRole('button', { name: 'Top 5 categories this year' }))
  expect(onAsk).toHaveBeenCalledWith('Top 5 categories this year')
})

it('a typed question goes into the URL by Enter', async () => {
  const onAsk = vi.fn()
  renderPiece(<AskPage question="" onAsk={onAsk} />)
  await userEvent.type(screen.getByLabelText(/^Your question/u), '  groceries last month {Enter}')
  expect(onAsk).toHaveBeenCalledWith('groceries last month')
})

it('shows the sentence, what was computed and the rows, and each figure opens its evidence', async () => {
  answers(answered)
  const open = vi.fn()
  renderPiece(
    <EvidenceContext value={open}>
      <AskPage question={answered.question} onAsk={() => undefined} />
    </EvidenceContext>,
  )
  const figure = answered.sentences[0]?.parts.find((part) => part.is_figure)
  await userEvent.click(await screen.findByRole('button', { name: figure?.text ?? '' }))
  expect(open).toHaveBeenCalledWith({ kind: 'fact', id: figure?.fact })
  expect(screen.getByText(answered.plan_words)).toBeInTheDocument()
  const table = screen.getByRole('table', { name: 'The transactions of this answer' })
  expect(within(table).getAllByRole('row')).toHaveLength(answered.rows.results.length + 1)
  expect(screen.getByRole('link', { name: 'Open in Transactions' })).toHaveAttribute('href', expect.stringContaining('/transactions'))
})

it('a grouped answer has one line for each group', async () => {
  answers(grouped)
  renderPiece(<AskPage question={grouped.question} onAsk={() => undefined} />)
  const table = await screen.findByRole('table', { name: 'Line by line in EUR' })
  const names = within(table).getAllByRole('rowheader').map(({ textContent }) => textContent)
  expect(names).toEqual(grouped.figures[0]?.lines.map(({ label }) => label))
})

it('payments that come back show the figures of the analysis', async () => {
  answers(series)
  renderPiece(<AskPage question={series.question} onAsk={() => undefined} />)
  for (const item of series.items) expect((await screen.findAllByText(item.label)).length).toBeGreaterThan(0)
})

it('a refusal says why and what can be asked instead', async () => {
  answers(refused)
  const onAsk = vi.fn()
  renderPiece(<AskPage question={refused.question} onAsk={onAsk} />)
  expect(await screen.findByText(refused.message)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /Pin/u })).not.toBeInTheDocument()
  const [example = ''] = refused.examples
  await userEvent.click(screen.getByRole('button', { name: example }))
  expect(onAsk).toHaveBeenCalledWith(example)
})

it('says so when the server cannot be asked, and tries again', async () => {
  server.use(http.post('/api/ask/', () => HttpResponse.json({ code: 'busy', message: 'The database is busy.', fields: {} }, { status: 503 })))
  renderPiece(<AskPage question="groceries" onAsk={() => undefined} />)
  expect(await screen.findByRole('alert')).toHaveTextContent('The database is busy.')
  answers(answered)
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText(answered.plan_words)).toBeInTheDocument()
})

it('pins the answer with its plan', async () => {
  answers(answered)
  let sent: unknown
  server.use(
    http.post('/api/ask/pins/', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json(pins.results[0], { status: 201 })
    }),
  )
  renderPiece(<AskPage question={answered.question} onAsk={() => undefined} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Pin to the overview' }))
  expect(await screen.findByText('Pinned to the overview.')).toBeInTheDocument()
  expect(sent).toEqual({ question: answered.question, language: answered.language, plan: answered.plan })
})

it('a tile shows the figure of today, and unpinning can be taken back', async () => {
  answers(answered, pins)
  let removed = 0
  let sent: unknown
  server.use(
    http.delete('/api/ask/pins/:id/', () => {
      removed += 1
      return new HttpResponse(null, { status: 204 })
    }),
    http.post('/api/ask/pins/', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json(pins.results[0], { status: 201 })
    }),
  )
  renderPiece(<Pins />)
  const [pin] = pins.results
  expect(await screen.findByRole('link', { name: pin?.question ?? '' })).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: /^Unpin/u }))
  await screen.findByText('Taken off the overview.')
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
  expect(removed).toBe(1)
  await waitFor(() => expect(sent).toMatchObject({ question: pin?.question, position: pin?.position, plan: pin?.answer.plan }))
})

const PROPOSAL = { plan: { op: 'sum', direction: 'spending' }, words: 'Sum: spending', model: 'small-model' }

function reads(proposal: typeof PROPOSAL | null): { asked: unknown[]; readings: () => number } {
  const asked: unknown[] = []
  let readings = 0
  server.use(
    http.post('/api/ask/', async ({ request }) => {
      const body = (await request.json()) as { plan?: unknown }
      asked.push(body)
      return HttpResponse.json(body.plan ? answered : { ...refused, can_be_read: true })
    }),
    http.get('/api/ask/pins/', () => HttpResponse.json(NO_PINS)),
    http.post('/api/ask/reading/', () => {
      readings += 1
      return HttpResponse.json({ question: refused.question, language: 'en', was_sent: true, proposal })
    }),
  )
  return { asked, readings: () => readings }
}

it('what a language model reads is shown in words, and computed only when it is confirmed', async () => {
  const { asked } = reads(PROPOSAL)
  renderPiece(<AskPage question={refused.question} onAsk={() => undefined} />)
  expect(await screen.findByText('Sum: spending')).toBeInTheDocument()
  expect(screen.getByText(refused.message)).toBeInTheDocument()
  expect(asked).toEqual([{ question: refused.question }])
  await userEvent.click(screen.getByRole('button', { name: 'Answer this' }))
  expect(await screen.findByText(/^The language model small-model read the question/u)).toBeInTheDocument()
  expect(screen.getByText(answered.plan_words)).toBeInTheDocument()
  expect(asked[1]).toEqual({ question: refused.question, language: refused.language, plan: PROPOSAL.plan })
})

it('the refusal stands where the language model reads nothing', async () => {
  reads(null)
  renderPiece(<AskPage question={refused.question} onAsk={() => undefined} />)
  expect(await screen.findByText('Your language model could not read it either.')).toBeInTheDocument()
  expect(screen.getByText(refused.message)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Answer this' })).not.toBeInTheDocument()
})

it('no language model is asked unless the server says that it may be', async () => {
  const { readings } = reads(PROPOSAL)
  answers(refused)
  renderPiece(<AskPage question={refused.question} onAsk={() => undefined} />)
  expect(await screen.findByText(refused.message)).toBeInTheDocument()
  expect(readings()).toBe(0)
})
