import { t } from '@lingui/core/macro'

export interface Role {
  value: string
  label: string
  hint: string
}

/** What a column of a statement can hold, in the order in which people look for it. */
export const ROLES: readonly Role[] = [
  { value: 'booking_date', label: t`Booking date`, hint: t`the day the bank booked it` },
  { value: 'value_date', label: t`Value date`, hint: t`the day it counts from` },
  { value: 'amount', label: t`Amount`, hint: t`in and out in one column` },
  { value: 'debit', label: t`Money out`, hint: t`a column of its own for what left` },
  { value: 'credit', label: t`Money in`, hint: t`a column of its own for what came` },
  { value: 'flag', label: t`In or out mark`, hint: t`D or C, + or −, Soll or Haben` },
  { value: 'counterparty', label: t`Counterparty`, hint: t`who paid or was paid` },
  { value: 'description', label: t`Text`, hint: t`several columns are joined` },
  { value: 'balance', label: t`Balance after`, hint: t`used to check every line` },
  { value: 'currency', label: t`Currency`, hint: t`EUR, USD …` },
  { value: 'fee', label: t`Fee`, hint: t`taken on top of the amount` },
  { value: 'category', label: t`Category`, hint: t`as the file calls it` },
  { value: 'external_id', label: t`Bank’s reference`, hint: t`one number for one movement` },
  { value: 'status', label: t`Booked or pending`, hint: t`whether the bank is done with it` },
  { value: 'account', label: t`Account`, hint: t`which account a line belongs to` },
  { value: '', label: t`Not used`, hint: t`left out` },
]

export function roleName(role: string): string {
  return ROLES.find(({ value }) => value === role)?.label ?? role
}

/** From here on a column counts as sure and its marker is solid. */
export const SURE = 0.85

/** "A", "B" ... as a spreadsheet names its columns, for tables without a header. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter
}

export function columnName({ name, index }: { name: string; index: number }): string {
  return name || t`Column ${columnLetter(index)}`
}
