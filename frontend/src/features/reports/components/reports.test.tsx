import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { Report, ReportDelivery } from '@/api/types'
import report from '@/testing/fixtures/report.json'
import schedule from '@/testing/fixtures/report-schedule.json'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { AskReport } from './ask-report'
import { DeliveryLine } from './delivery-line'
import { ScheduleForm } from './schedule-form'
import { Shelf } from './shelf'

const READY = report as unknown as Report
const MAIL: ReportDelivery = {
  status: 'sent',
  contents: 'link',
  tries: 1,
  error_code: '',
  error_message: '',
  next_try_at: null,
  started_at: '2026-11-01T00:00:00Z',
  sent_at: '2026-11-01T00:00:01Z',
  created_at: '2026-11-01T00:00:00Z',
}

/** Keeps what is sent to this address, and answers with it. */
function listening(method: 'post' | 'put', path: string, answer: object): unknown[] {
  const sent: unknown[] = []
  server.use(
    http[method](path, async ({ request }) => {
      const text = await request.text()
      const body: unknown = text ? JSON.parse(text) : null
      sent.push(body)
      return HttpResponse.json({ ...answer, ...(body as object | null) })
    }),
  )
  return sent
}

function shelved(...rows: Partial<Report>[]) {
  const results = rows.map((row, index) => ({ ...READY, id: index + 1, ...row }))
  server.use(http.get('/api/reports/', () => HttpResponse.json({ next: null, previous: null, results })))
  renderPiece(<Shelf />)
}

describe('asking for a report', () => {
  it.each([
    ['Month', '2026-10'],
    ['Quarter', '2026-Q3'],
    ['Year', '2025'],
  ])('of a %s asks for the last whole one', async (kind, period) => {
    const sent = listening('post', '/api/reports/', READY)
    renderPiece(<AskReport today="2026-11-15" suggested="2026-10" />)
    await userEvent.click(screen.getByRole('radio', { name: kind }))
    await userEvent.click(screen.getByRole('button', { name: 'Generate report' }))
    await waitFor(() => expect(sent).toEqual([{ period }]))
  })

  it('offers the running one as what it is', async () => {
    renderPiece(<AskReport today="2026-11-15" suggested="2026-10" />)
    await userEvent.click(screen.getByRole('radio', { name: 'Quarter' }))
    await userEvent.click(screen.getByRole('combobox', { name: 'Quarter' }))
    expect(await screen.findByRole('option', { name: 'Q4 2026, so far', hidden: true })).toBeInTheDocument()
  })
})

describe('the shelf', () => {
  it('keeps a month, a quarter and a year that begin alike apart', async () => {
    shelved(
      { kind: 'month', month: '2026-01', period: '2026-01' },
      { kind: 'quarter', month: '2026-01', period: '2026-Q1' },
      { kind: 'year', month: '2026-01', period: '2026' },
    )
    const links = await screen.findAllByRole('link')
    expect(links.map(({ textContent }) => /^(2026|Q1 2026|January 2026)/u.exec(textContent)?.[0])).toEqual([
      '2026',
      'Q1 2026',
      'January 2026',
    ])
  })

  it('shows the newest version, that it was restated, and what became of its mail', async () => {
    shelved(
      { version: 1, is_superseded: true },
      { version: 2, is_restated: true, previous: 1, delivery: { ...MAIL, status: 'unknown' } },
    )
    const [only, ...others] = await screen.findAllByRole('link')
    expect(others).toEqual([])
    expect(within(only ?? document.body).getByText('Restated')).toBeVisible()
    expect(only).toHaveTextContent('version 2 · mail may not have arrived')
  })
})

describe('the mail of a report', () => {
  it.each([
    [null, 'Send to me by mail'],
    [{ ...MAIL, status: 'failed' as const, error_message: 'The mail server refused the mail.' }, 'Send again'],
    [{ ...MAIL, status: 'unknown' as const }, 'Send again'],
    [{ ...MAIL, status: 'pending' as const, next_try_at: '2026-11-01T00:01:00Z' }, 'Send again'],
  ])('is sent when asked (%#)', async (delivery, name) => {
    const sent = listening('post', `/api/reports/${READY.id}/mail/`, READY)
    renderPiece(<DeliveryLine report={{ ...READY, delivery }} />)
    if (delivery?.error_message) expect(screen.getByRole('status')).toHaveTextContent(delivery.error_message)
    await userEvent.click(screen.getByRole('button', { name }))
    await waitFor(() => expect(sent).toHaveLength(1))
  })

  it.each(['sent', 'sending', 'pending'] as const)('is not offered again while it is %s', (status) => {
    renderPiece(<DeliveryLine report={{ ...READY, delivery: { ...MAIL, status } }} />)
    expect(screen.queryByRole('button', { name: /send/iu })).toBeNull()
    expect(screen.getByRole('status')).toHaveTextContent(/mail/iu)
  })

  it('says why it was not sent', async () => {
    server.use(
      http.post('/api/reports/:id/mail/', () =>
        HttpResponse.json({ code: 'not_ready', message: 'This report is not finished.', fields: {} }, { status: 409 }),
      ),
    )
    renderPiece(<DeliveryLine report={READY} />)
    await userEvent.click(screen.getByRole('button', { name: 'Send to me by mail' }))
    expect(await screen.findByText('This report is not finished.')).toBeVisible()
  })
})

describe('the schedule', () => {
  it('is saved as it was chosen, and only when something was', async () => {
    const sent = listening('put', '/api/reports/schedule/', schedule)
    renderPiece(<ScheduleForm />)
    const save = await screen.findByRole('button', { name: 'Save' })
    expect(save).toBeDisabled()
    expect(screen.getByRole('checkbox', { name: 'Every month' })).toBeChecked()
    expect(screen.getByRole('radio', { name: 'Only that it is there' })).toBeChecked()
    await userEvent.click(screen.getByRole('checkbox', { name: 'Every quarter' }))
    await userEvent.click(screen.getByRole('checkbox', { name: 'Send them to me by mail' }))
    await userEvent.click(screen.getByRole('radio', { name: 'The same, with the PDF' }))
    await userEvent.click(save)
    await waitFor(() =>
      expect(sent).toEqual([
        { monthly: true, quarterly: true, yearly: false, deliver_by_mail: true, mail_contents: 'pdf' },
      ]),
    )
    await waitFor(() => expect(save).toBeDisabled())
  })

  it('names the address, and says where mails stay without a mail server', async () => {
    renderPiece(<ScheduleForm />)
    expect(await screen.findByText(/To alice@example.org, once for each report/u)).toBeVisible()
    expect(screen.getByRole('note')).toHaveTextContent('no mail server yet')
  })

  it('says nothing of that where there is one', async () => {
    server.use(http.get('/api/reports/schedule/', () => HttpResponse.json({ ...schedule, has_mail_server: true })))
    renderPiece(<ScheduleForm />)
    await screen.findByRole('button', { name: 'Save' })
    expect(screen.queryByRole('note')).toBeNull()
  })
})
