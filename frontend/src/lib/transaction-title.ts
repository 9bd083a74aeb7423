import { t } from '@lingui/core/macro'

interface Named {
  payee_name?: string | null
  counterparty?: string
  description: string
}

/** What a row is called: our payee, else the bank's name for the other side, else its text. */
export function transactionTitle({ payee_name, counterparty, description }: Named): string {
  return [payee_name, counterparty, description].find((text) => text) ?? t`Without a name`
}
