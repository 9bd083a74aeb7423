import { describe, expect, it } from 'vitest'
import { isStep, stageOf, stepToGoOn } from './steps'

const demo = { rows: 0, own_rows: 0, job: null }
const fill = (status: 'queued' | 'running' | 'failed' | 'succeeded') => ({ kind: 'demo_household', key: 'demo_household_1', status })
const analysis = (status: 'queued' | 'running' | 'succeeded') => ({ kind: 'refresh_unit', key: 'refresh_analyse_1', status })

describe('the guided start', () => {
  it('goes on with what is not done yet', () => {
    expect(stepToGoOn(demo, '')).toBe('basics')
    expect(stepToGoOn(demo, 'EUR')).toBe('rows')
    expect(stepToGoOn({ ...demo, own_rows: 3 }, '')).toBe('look')
    expect(stepToGoOn({ ...demo, rows: 3 }, 'EUR')).toBe('look')
  })

  it('knows its steps by name', () => {
    expect(['basics', 'rows', 'look', 'end', undefined].map(isStep)).toEqual([true, true, true, false, false])
  })

  it('tells booking, looking and done apart', () => {
    expect(stageOf([], 0, false)).toBe('empty')
    expect(stageOf([fill('running')], 40, false)).toBe('booking')
    expect(stageOf([fill('failed')], 0, false)).toBe('failed')
    expect(stageOf([fill('succeeded')], 40, false)).toBe('looking')
    expect(stageOf([analysis('queued'), fill('succeeded')], 40, false)).toBe('looking')
    expect(stageOf([analysis('succeeded')], 40, false)).toBe('done')
    expect(stageOf([analysis('running')], 40, true)).toBe('done')
  })
})
