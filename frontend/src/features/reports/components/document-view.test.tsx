import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { EvidenceContext } from '@/components/ui/evidence-context'
import fixture from '@/testing/fixtures/report-document.json'
import { renderPiece } from '@/testing/render'
import { readDocument } from '../lib/document'
import { DocumentView } from './document-view'

const report = readDocument(fixture)

describe('a report on the page', () => {
  it('reads word for word as it was written', () => {
    renderPiece(<DocumentView document={report} />)
    const page = document.body.textContent
    for (const section of report.sections) {
      expect(screen.getByRole('heading', { name: section.title })).toBeVisible()
      for (const sentence of section.sentences) expect(page).toContain(sentence.text)
    }
    expect(page).toContain(report.headline.text)
  })

  it('makes every figure of its sentences lead to its fact', async () => {
    const open = vi.fn()
    renderPiece(
      <EvidenceContext value={open}>
        <DocumentView document={{ ...report, sections: [], key_figures: [] }} />
      </EvidenceContext>,
    )
    const figures = report.headline.parts.filter(({ fact }) => fact)
    const buttons = screen.getAllByRole('button')
    expect(buttons.map(({ textContent }) => textContent)).toEqual(figures.map(({ text }) => text))
    for (const button of buttons) await userEvent.click(button)
    expect(open.mock.calls).toEqual(figures.map(({ fact }) => [{ kind: 'fact', id: fact }]))
  })

  it('says which sections a language model worded', () => {
    const [first] = report.sections
    if (!first) throw new Error('the fixture has no section')
    renderPiece(<DocumentView document={{ ...report, worded: [{ section: first.id, model: 'small' }] }} />)
    expect(screen.getAllByText(/^In the words of the language model small/u)).toHaveLength(1)
  })

  it('refuses a file of a shape it does not know', () => {
    expect(() => readDocument({ ...fixture, version: 99 })).toThrow(/newer kind/u)
    expect(() => readDocument(null)).toThrow()
  })
})
