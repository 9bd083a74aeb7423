import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, it } from 'vitest'
import type { Scores } from '@/api/types'
import { renderPiece } from '@/testing/render'
import { server } from '@/testing/server'
import { ScoresPage } from './scores-page'

const scores: Scores = {
  is_measured: true,
  count: 2,
  with_target: 2,
  met: 1,
  missed: 1,
  unmeasured: 0,
  groups: [
    {
      key: 'series',
      name: 'Recurring series',
      met: 1,
      missed: 1,
      figures: [
        {
          key: 'series.precision',
          name: 'Series found that are ones',
          value: 0.9931,
          unit: 'share',
          is_met: true,
          target: { at_least: 0.99, at_most: null },
          n: 512,
          counted: 'found series',
          low: 0.98,
          high: 0.997,
          data: '60 generated households',
          baselines: [{ name: 'same amount three times', value: 0.41 }],
          note: '',
        },
        {
          key: 'series.recall',
          name: 'Series that were found',
          value: 0.9,
          unit: 'share',
          is_met: false,
          target: { at_least: 0.985, at_most: null },
          n: 500,
          counted: 'series',
          low: null,
          high: null,
          data: '',
          baselines: [],
          note: 'Short histories weigh on it.',
        },
      ],
    },
  ],
}

it('the published figures stand beside target, interval and simpler rules, missed ones too', async () => {
  server.use(http.get('/api/scores/', () => HttpResponse.json(scores)))
  renderPiece(<ScoresPage />)
  expect(await screen.findByText('1 of 2 targets is met, 1 is missed.')).toBeVisible()
  expect(screen.getByText('99.3%')).toBeVisible()
  expect(screen.getByText(/512 found series, 60 generated households · between 98.0% and 99.7%/u)).toBeVisible()
  expect(screen.getByText('same amount three times 41.0%')).toBeVisible()
  expect(screen.getByText('target missed')).toBeVisible()
  expect(screen.getByText('Short histories weigh on it.')).toBeVisible()
})

it('says so where nothing was measured', async () => {
  server.use(http.get('/api/scores/', () => HttpResponse.json({ ...scores, is_measured: false, groups: [] })))
  renderPiece(<ScoresPage />)
  expect(await screen.findByRole('heading', { name: 'Nothing has been measured in this version yet' })).toBeVisible()
})
