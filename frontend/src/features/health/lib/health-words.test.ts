import { describe, expect, it } from 'vitest'
import type { HealthIndicator } from '@/api/types'
import { byPillar, signedPoints, waterfall } from './health-words'

function indicator(key: string, pillar: string, contribution: number | null): HealthIndicator {
  return { key, name: key, pillar, says: '', basis: '', points: null, weight: 0, value: '0.1', unit: 'ratio', verdict: 'fair', missing: '', contribution, facts: [] }
}

describe('what moved the score', () => {
  it('goes from step to step, the largest first, without what moved nothing', () => {
    const steps = waterfall([indicator('a', '', 1), indicator('b', '', -2.5), indicator('c', '', 0.01), indicator('d', '', null)])
    expect(steps).toEqual([
      { key: 'b', points: -2.5, from: 0, to: -2.5 },
      { key: 'a', points: 1, from: -2.5, to: -1.5 },
    ])
  })

  it('carries its sign', () => {
    expect([1.25, -2, 0, -0.01].map(signedPoints)).toEqual(['+1.3', '−2.0', '0.0', '0.0'])
  })
})

it('indicators stand under their pillar', () => {
  expect(byPillar([indicator('a', 'save', 0), indicator('b', 'spend', 0), indicator('c', 'save', 0)]).map(({ key, indicators }) => [key, indicators.length])).toEqual([
    ['save', 2],
    ['spend', 1],
  ])
})
