import { t } from '@lingui/core/macro'
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
  { value: 'DMY', label: t`Day first, 31/12/2025` },
  { value: 'MDY', label: t`Month first, 12/31/2025` },
  { value: 'YMD', label: t`Year first, 2025-12-31` },
]
const DECIMAL_MARKS: readonly Option[] = [
  { value: ',', label: t`Comma, 1.234,56` },
  { value: '.', label: t`Point, 1,234.56` },
]
const SIGNS: readonly Option[] = [
  { value: 'signed', label: t`A minus leaves the account` },
  { value: 'reversed', label: t`A plus leaves the account, as on cards` },
]
const DELIMITERS: readonly Option[] = [
  { value: ',', label: t`Comma  ,` },
  { value: ';', label: t`Semicolon  ;` },
  { value: '\t', label: t`Tab` },
  { value: '|', label: t`Bar  |` },
]
/** Python's names on the left, what people know them as on the right. */
const ENCODINGS: readonly Option[] = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'cp1252', label: t`Western Europe (Windows-1252)` },
  { value: 'iso8859-15', label: t`Western Europe (ISO 8859-15)` },
  { value: 'cp1250', label: t`Central Europe (Windows-1250)` },
  { value: 'iso8859-2', label: t`Central Europe (ISO 8859-2)` },
  { value: 'cp1251', label: t`Cyrillic (Windows-1251)` },
  { value: 'cp1253', label: t`Greek (Windows-1253)` },
  { value: 'cp1254', label: t`Turkish (Windows-1254)` },
  { value: 'cp850', label: t`DOS, Western Europe (850)` },
  { value: 'cp852', label: t`DOS, Central Europe (852)` },
  { value: 'mac-roman', label: t`Older Mac` },
  { value: 'utf-16', label: 'UTF-16' },
  { value: 'gb18030', label: t`Chinese (GB 18030)` },
  { value: 'shift_jis', label: t`Japanese (Shift JIS)` },
  { value: 'euc-kr', label: t`Korean (EUC-KR)` },
]

let currencies: readonly Option[] | undefined

function currencyOptions(): readonly Option[] {
  currencies ??= Intl.supportedValuesOf('currency').map((code) => ({ value: code, label: code }))
  return currencies
}

export const READING_FIELDS: readonly ReadingField[] = [
  { code: 'date_order', label: t`Date order`, understood: 'date order', options: () => DATE_ORDERS },
  { code: 'decimal_mark', label: t`Decimal mark`, understood: 'decimal mark', options: () => DECIMAL_MARKS },
  { code: 'sign', label: t`Sign`, understood: 'sign convention', options: () => SIGNS },
  { code: 'delimiter', label: t`Delimiter`, understood: 'delimiter', options: () => DELIMITERS },
  { code: 'encoding', label: t`Encoding`, understood: 'encoding', options: () => ENCODINGS },
  { code: 'currency', label: t`Currency`, understood: 'currency', options: currencyOptions },
]
