import { describe, expect, it } from 'vitest'
import { moved } from './order'

const [giro, card, cash, savings] = [1, 2, 3, 4].map((id) => ({ id, position: 0 })) as [Placed, Placed, Placed, Placed]
interface Placed {
  id: number
  position: number
}
const all = [giro, card, cash, savings]

describe('the order of accounts', () => {
  it('changes places with the neighbour that is seen, over those of other groups', () => {
    expect(moved(all, [giro, cash], 3, -1)).toEqual([
      { id: 2, position: 1 },
      { id: 1, position: 2 },
      { id: 4, position: 3 },
    ])
  })

  it('writes down only what is different', () => {
    const placed = all.map(({ id }, position) => ({ id, position }))
    expect(moved(placed, placed, 1, 1)).toEqual([
      { id: 2, position: 0 },
      { id: 1, position: 1 },
    ])
  })

  it('stays at the ends', () => {
    expect(moved(all, all, 1, -1)).toEqual([])
    expect(moved(all, all, 4, 1)).toEqual([])
    expect(moved(all, all, 9, 1)).toEqual([])
  })
})
