import type { Me } from '@/api/types'

const BY_REGION: Record<string, string> = {
  AU: 'AUD', BR: 'BRL', CA: 'CAD', CH: 'CHF', CN: 'CNY', CZ: 'CZK', DK: 'DKK', GB: 'GBP', HU: 'HUF', IN: 'INR', JP: 'JPY',
  LI: 'CHF', MX: 'MXN', NO: 'NOK', NZ: 'NZD', PL: 'PLN', RO: 'RON', SE: 'SEK', TR: 'TRY', US: 'USD', ZA: 'ZAR',
}

/** What the browser's own language says of where somebody lives; the euro where it says nothing. */
export function currencyOf(locale: string): string {
  return BY_REGION[new Intl.Locale(locale).region ?? ''] ?? 'EUR'
}

/** What the first form proposes: what was said before, else what the browser knows. */
export function proposed(me: Pick<Me, 'base_currency' | 'language' | 'time_zone'>, locale: string, zone: string) {
  if (me.base_currency) return { base_currency: me.base_currency, language: me.language, time_zone: me.time_zone }
  return {
    base_currency: currencyOf(locale),
    language: me.language,
    time_zone: me.time_zone === 'UTC' ? zone : me.time_zone,
  }
}
