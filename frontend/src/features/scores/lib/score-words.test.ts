import { describe, expect, it } from 'vitest'
import type { ScoreFigure } from '@/api/types'
import { scaleOf, scoreText, targetText, verdictOf } from './score-words'

const figure: ScoreFigure = {
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
  data: '60 households',
  baselines: [{ name: 'same amount', value: 0.41 }],
  note: '',
}

describe('a published figure', () => {
  it('is written by its unit', () => {
    expect([scoreText(0.9931, 'share'), scoreText(0.2, 'ratio'), scoreText(0.15, 's'), scoreText(1200, 'count'), scoreText(212.4, 'MB')]).toEqual([
      '99.3%',
      '0.2',
      '0.15 s',
      '1,200',
      '212 MB',
    ])
  })

  it('is held against its target', () => {
    expect(targetText(figure)).toBe('at least 99.0%')
    expect(targetText({ ...figure, target: { at_least: 0.77, at_most: 0.83 } })).toBe('77.0% to 83.0%')
    expect([figure, { ...figure, is_met: false }, { ...figure, target: null, is_met: null }, { ...figure, value: null }].map(verdictOf)).toEqual([
      'met',
      'missed',
      'told',
      'unmeasured',
    ])
  })

  it('has its place beside interval, target and rivals', () => {
    expect(scaleOf(figure)).toEqual({ value: 99.31, low: 98, high: 99.7, targets: [99], baselines: [41] })
    expect(scaleOf({ ...figure, unit: 's', value: 10, low: null, high: null, target: { at_least: null, at_most: 20 }, baselines: [] }).value).toBeCloseTo(47.6, 1)
  })
})
