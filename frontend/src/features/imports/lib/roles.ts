export interface Role {
  value: string
  label: string
  hint: string
}

/** What a column of a statement can hold, in the order in which people look for it. */
export const ROLES: readonly Role[] = [
  { value: 'booking_date', label: 'Booking date', hint: 'the day the bank booked it' },
  { value: 'value_date', label: 'Value date', hint: 'the day it counts from' },
  { value: 'amount', label: 'Amount', hint: 'in and out in one column' },
  { value: 'debit', label: 'Money out', hint: 'a column of its own for what left' },
  { value: 'credit', label: 'Money in', hint: 'a column of its own for what came' },
  { value: 'flag', label: 'In or out mark', hint: 'D or C, + or −, Soll or Haben' },
  { value: 'counterparty', label: 'Counterparty', hint: 'who paid or was paid' },
  { value: 'description', label: 'Text', hint: 'several columns are joined' },
  { value: 'balance', label: 'Balance after', hint: 'used to check every line' },
  { value: 'currency', label: 'Currency', hint: 'EUR, USD …' },
  { value: 'fee', label: 'Fee', hint: 'taken on top of the amount' },
  { value: 'category', label: 'Category', hint: 'as the file calls it' },
  { value: 'external_id', label: 'Bank’s reference', hint: 'one number for one movement' },
  { value: 'status', label: 'Booked or pending', hint: 'whether the bank is done with it' },
  { value: 'account', label: 'Account', hint: 'which account a line belongs to' },
  { value: '', label: 'Not used', hint: 'left out' },
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
  return name || `Column ${columnLetter(index)}`
}
