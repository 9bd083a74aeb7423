import { locale } from './language'

interface CurrencyOption {
  value: string
  label: string
}

/** Every currency the browser knows, by code and name. */
export function currencyOptions(): CurrencyOption[] {
  const names = new Intl.DisplayNames(locale(), { type: 'currency' })
  return Intl.supportedValuesOf('currency').map((code) => ({ value: code, label: `${code} – ${names.of(code) ?? code}` }))
}
