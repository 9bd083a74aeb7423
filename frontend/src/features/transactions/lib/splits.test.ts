import { describe, expect, it } from 'vitest'
import { fillLast, splitState, toSplits, type Share } from './splits'

function share(typed: string, category: number | null = null): Share {
  return { key: typed || 'empty', typed, category, note: '' }
}

describe('what is left of a split', () => {
  it('runs along while typing', () => {
    expect(splitState('-61.05', 'EUR', [share('40'), share('10,05')])).toEqual({ remainder: '11.00', canSave: false })
  })

  it('can be saved only when it adds up exactly', () => {
    expect(splitState('-61.05', 'EUR', [share('40.00'), share('21.05')])).toEqual({ remainder: '0.00', canSave: true })
    expect(splitState('-61.05', 'EUR', [share('40.00'), share('21.06')]).canSave).toBe(false)
  })

  it('says when too much was given', () => {
    expect(splitState('10.00', 'EUR', [share('8'), share('3')]).remainder).toBe('-1.00')
  })

  it('needs two shares that are more than nothing', () => {
    expect(splitState('-5.00', 'EUR', [share('5')]).canSave).toBe(false)
    expect(splitState('-5.00', 'EUR', [share('5'), share('0')]).canSave).toBe(false)
  })

  it('takes an empty share as nothing so far', () => {
    expect(splitState('-5.00', 'EUR', [share('5.00'), share('')])).toEqual({ remainder: '0.00', canSave: false })
  })

  it('waits for a share that is no amount yet', () => {
    expect(splitState('-5.00', 'EUR', [share('3'), share('x')])).toEqual({ remainder: null, canSave: false })
  })
})

describe('the shares as they are sent', () => {
  it('carry the sign of the whole', () => {
    const shares = [share('40.00', 1), share('21.05', 2)]
    expect(toSplits('-61.05', 'EUR', shares).map(({ amount }) => amount)).toEqual(['-40.00', '-21.05'])
    expect(toSplits('61.05', 'EUR', shares).map(({ amount }) => amount)).toEqual(['40.00', '21.05'])
  })

  it('put the rest into the last', () => {
    expect(fillLast('-61.05', 'EUR', [share('40'), share('')]).map(({ typed }) => typed)).toEqual(['40', '21.05'])
    expect(fillLast('-1500', 'JPY', [share('500'), share('')]).at(-1)?.typed).toBe('1000')
  })
})
