import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { percentName } from './fact-value'
import { speak } from './language'
import { typedAmount } from './money'
import { stageName } from './stage-words'
import { inSentence, nounInSentence } from './words'

describe('in English', () => {
  it('writes percents, typed amounts and names inside of sentences', () => {
    expect([percentName(80), percentName(6.9, 3), percentName(99.31, 1, 1), typedAmount('1204.50')]).toEqual(['80%', '6.9%', '99.3%', '1204.50'])
    expect([inSentence('Dearest first'), nounInSentence('Subscription')]).toEqual(['dearest first', 'subscription'])
  })

  it('says what a job is doing, with its rows where it counts them', () => {
    expect(stageName('writing the file, 1,204 of 5,000 rows')).toBe('Writing the file, 1,204 of 5,000 rows')
    expect([stageName('reading the file'), stageName('booking the everyday account')]).toEqual(['Reading the file', 'Booking the everyday account'])
  })
})

describe('in German', () => {
  beforeAll(() => speak('de'))
  afterAll(() => speak('en'))

  it('writes percents and typed amounts with a comma, and leaves nouns large', () => {
    expect([percentName(80), percentName(6.9, 3), typedAmount('1204.50')]).toEqual(['80\u00a0%', '6,9\u00a0%', '1204,50'])
    expect(nounInSentence('Abo')).toBe('Abo')
  })
})
