import { expect, it } from 'vitest'
import { currencyOf, proposed } from './guess'

const NEW = { base_currency: '', language: 'en', time_zone: 'UTC' } as const

it('proposes what the browser knows, and what was said before over it', () => {
  expect(['en-GB', 'de-CH', 'de-DE', 'en', 'pt-BR'].map(currencyOf)).toEqual(['GBP', 'CHF', 'EUR', 'EUR', 'BRL'])
  expect(proposed(NEW, 'de-AT', 'Europe/Vienna')).toEqual({ base_currency: 'EUR', language: 'en', time_zone: 'Europe/Vienna' })
  const said = { base_currency: 'USD', language: 'en', time_zone: 'UTC' } as const
  expect(proposed(said, 'de-AT', 'Europe/Vienna')).toEqual(said)
})
