import type { PlainOverride } from './overrides'

interface Option {
  value: string
  label: string
}

interface ReadingField {
  code: PlainOverride
  label: string
  /** The name under which the server says what it found. */
  understood: string
  options: () => readonly Option[]
}

const DATE_ORDERS: readonly Option[] = [
  { value: 'DMY', label: 'Day first, 31/12/2025' },
  { value: 'MDY', label: 'Month first, 12/31/2025' },
  { value: 'YMD', label: 'Year first, 2025-12-31' },
]
const DECIMAL_MARKS: readonly Option[] = [
  { value: ',', label: 'Comma, 1.234,56' },
  { value: '.', label: 'Point, 1,234.56' },
]
const SIGNS: readonly Option[] = [
  { value: 'signed', label: 'A minus leaves the account' },
  { value: 'reversed', label: 'A plus leaves the account, as on cards' },
]
const DELIMITERS: readonly Option[] = [
  { value: ',', label: 'Comma  ,' },
  { value: ';', label: 'Semicolon  ;' },
  { value: '\t', label: 'Tab' },
  { value: '|', label: 'Bar  |' },
]
/** Python's names on the left, what people know them as on the right. */
const ENCODINGS: readonly Option[] = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'cp1252', label: 'Western Europe (Windows-1252)' },
  { value: 'iso8859-15', label: 'Western Europe (ISO 8859-15)' },
  { value: 'cp1250', label: 'Central Europe (Windows-1250)' },
  { value: 'iso8859-2', label: 'Central Europe (ISO 8859-2)' },
  { value: 'cp1251', label: 'Cyrillic (Windows-1251)' },
  { value: 'cp1253', label: 'Greek (Windows-1253)' },
  { value: 'cp1254', label: 'Turkish (Windows-1254)' },
  { value: 'cp850', label: 'DOS, Western Europe (850)' },
  { value: 'cp852', label: 'DOS, Central Europe (852)' },
  { value: 'mac-roman', label: 'Older Mac' },
  { value: 'utf-16', label: 'UTF-16' },
  { value: 'gb18030', label: 'Chinese (GB 18030)' },
  { value: 'shift_jis', label: 'Japanese (Shift JIS)' },
  { value: 'euc-kr', label: 'Korean (EUC-KR)' },
]

let currencies: readonly Option[] | undefined

function currencyOptions(): readonly Option[] {
  currencies ??= Intl.supportedValuesOf('currency').map((code) => ({ value: code, label: code }))
  return currencies
}

export const READING_FIELDS: readonly ReadingField[] = [
  { code: 'date_order', label: 'Date order', understood: 'date order', options: () => DATE_ORDERS },
  { code: 'decimal_mark', label: 'Decimal mark', understood: 'decimal mark', options: () => DECIMAL_MARKS },
  { code: 'sign', label: 'Sign', understood: 'sign convention', options: () => SIGNS },
  { code: 'delimiter', label: 'Delimiter', understood: 'delimiter', options: () => DELIMITERS },
  { code: 'encoding', label: 'Encoding', understood: 'encoding', options: () => ENCODINGS },
  { code: 'currency', label: 'Currency', understood: 'currency', options: currencyOptions },
]
