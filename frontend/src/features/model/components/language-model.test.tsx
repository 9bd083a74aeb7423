import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import type { EgressEntry, ModelSetting } from '@/api/types'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { LanguageModel } from './language-model'

const OFF: ModelSetting = {
  is_enabled: false,
  reads_questions: false,
  privacy_level: 0,
  base_url: '',
  model: '',
  has_key: false,
  is_allowed: true,
  server_host: '',
  server_model: '',
  rung: '',
  is_resting: false,
  month: { calls: 0, calls_limit: 1000, bytes: 0, bytes_limit: 10_000_000 },
}
const ENTRY: EgressEntry = {
  id: 7,
  created_at: '2026-11-27T10:00:00Z',
  purpose: 'words',
  host: 'llm.example.org',
  model: 'small',
  privacy_level: 1,
  status: 'failed',
  error_code: 'timed_out',
  http_status: null,
  bytes_out: 2048,
  bytes_in: 0,
  tokens_in: 0,
  tokens_out: 0,
  cost: '',
  cost_currency: '',
  report: 3,
}
let setting: ModelSetting = OFF
let sent: unknown[] = []

beforeEach(() => {
  setting = OFF
  sent = []
  server.use(
    http.get('/api/model/', () => HttpResponse.json(setting)),
    http.patch('/api/model/', async ({ request }) => {
      const body = (await request.json()) as Partial<ModelSetting>
      sent.push(body)
      setting = { ...setting, ...body, has_key: true }
      return HttpResponse.json(setting)
    }),
    http.delete('/api/model/', () => {
      sent.push('delete')
      setting = OFF
      return new HttpResponse(null, { status: 204 })
    }),
    http.post('/api/model/preview/', async ({ request }) => {
      const { privacy_level: level } = (await request.json()) as { privacy_level: number }
      return HttpResponse.json({
        report: 3,
        month: '2026-10',
        privacy_level: level,
        host: '',
        model: '',
        requests: [{ section: 'summary', bytes: 1500, payload: JSON.stringify({ level }) }],
      })
    }),
    http.get('/api/egress/', () => HttpResponse.json({ next: null, previous: null, results: [] })),
  )
})

describe('the language model', () => {
  it('is off, says what would leave at each level, and shows the very request', async () => {
    renderPiece(<LanguageModel />)
    expect(await screen.findByRole('switch', { name: 'Let a language model word my reports' })).not.toBeChecked()
    expect(screen.getByText(/No amount, no date, no name/u)).toBeVisible()
    expect(screen.getByText(/never leave, at any level/u)).toBeVisible()
    expect(await screen.findByText('Nothing has ever left.')).toBeVisible()
    await userEvent.click(await screen.findByText(/^Summary,/u))
    expect(screen.getByLabelText('Request for Summary')).toHaveTextContent('"level": 1')
    await userEvent.click(screen.getByRole('radio', { name: 'Everything in the sentence', hidden: false, checked: false, description: '' }))
    await waitFor(() => expect(screen.getByLabelText('Request for Summary')).toHaveTextContent('"level": 3'))
    expect(sent).toEqual([])
  })

  it('is switched on with an endpoint of one’s own, and its key is not shown again', async () => {
    renderPiece(<LanguageModel />)
    await userEvent.click(await screen.findByRole('switch', { name: 'Let a language model word my reports' }))
    await userEvent.type(screen.getByLabelText('Address of your own endpoint'), 'https://llm.example.org/v1')
    await userEvent.type(screen.getByLabelText('Model there'), 'small')
    await userEvent.type(screen.getByLabelText('Key'), 'sk-1')
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(sent).toEqual([
        { is_enabled: true, reads_questions: false, privacy_level: 1, base_url: 'https://llm.example.org/v1', model: 'small', api_key: 'sk-1' },
      ]),
    )
    expect(await screen.findByText(/A key is kept, encrypted/u)).toBeVisible()
    expect(screen.getByLabelText('Key')).toHaveValue('')
  })

  it('says beside the field what is refused', async () => {
    server.use(
      http.patch('/api/model/', () =>
        HttpResponse.json({ code: 'invalid', message: 'No.', fields: { base_url: ['redis is a name of a private network.'] } }, { status: 400 }),
      ),
    )
    renderPiece(<LanguageModel />)
    await userEvent.click(await screen.findByRole('button', { name: 'Save' }))
    expect(await screen.findByText('redis is a name of a private network.')).toBeVisible()
  })

  it('is ended by one switch', async () => {
    setting = { ...OFF, is_enabled: true, privacy_level: 2, has_key: true, is_resting: true, rung: 'tool' }
    renderPiece(<LanguageModel />)
    expect(await screen.findByText(/left alone for a while/u)).toBeVisible()
    expect(screen.getByText('This endpoint answers by a tool call.')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'End it and remove the key' }))
    await waitFor(() => expect(sent).toEqual(['delete']))
    await waitFor(() => expect(screen.queryByRole('button', { name: 'End it and remove the key' })).not.toBeInTheDocument())
  })

  it('says where the operator lets nothing leave, and names the server’s model', async () => {
    setting = { ...OFF, is_allowed: false, server_host: 'llm.example.org', server_model: 'small' }
    renderPiece(<LanguageModel />)
    expect(await screen.findByText(/lets nothing leave/u)).toBeVisible()
    expect(screen.getByText(/small at llm.example.org/u)).toBeVisible()
  })

  it('lists what has left with the exact text', async () => {
    server.use(
      http.get('/api/egress/', () => HttpResponse.json({ next: null, previous: null, results: [ENTRY] })),
      http.get('/api/egress/:id/', () => HttpResponse.json({ ...ENTRY, payload: '{"messages":["hello"]}' })),
    )
    renderPiece(<LanguageModel />)
    const row = (await screen.findByText('Words for a report')).closest('li')
    if (!row) throw new Error('the entry is no row of a list')
    expect(within(row).getByText(/small at llm.example.org, level 1.*no answer that could be used \(timed out\)/u)).toBeVisible()
    await userEvent.click(within(row).getByRole('button', { name: 'Show the exact text' }))
    expect(await within(row).findByLabelText('The exact text')).toHaveTextContent('"hello"')
    expect(screen.getByRole('button', { name: 'Export' })).toBeVisible()
  })

  it('says what could not be loaded and tries again', async () => {
    server.use(http.get('/api/model/', () => HttpResponse.json({ code: 'busy', message: 'Busy.', fields: {} }, { status: 503 }), { once: true }))
    renderPiece(<LanguageModel />)
    expect(await screen.findByText('The setting could not be loaded')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('switch', { name: 'Let a language model word my reports' })).toBeVisible()
  })

  it('says that there is no report yet to show it by', async () => {
    server.use(
      http.post('/api/model/preview/', () =>
        HttpResponse.json({ report: null, month: null, privacy_level: 1, host: '', model: '', requests: [] }),
      ),
    )
    renderPiece(<LanguageModel />)
    expect(await screen.findByText(/no report yet/u)).toBeVisible()
  })
})
