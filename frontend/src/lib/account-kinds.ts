import { t } from '@lingui/core/macro'
import { humanised } from './words'

const NAMES: Record<string, string> = {
  checking: t`Checking`,
  savings: t`Savings`,
  credit_card: t`Credit card`,
  cash: t`Cash`,
  loan: t`Loan`,
  investment: t`Investment`,
  asset: t`Thing of value`,
}

/** "credit_card" as "Credit card". */
export function kindName(kind: string): string {
  return NAMES[kind] ?? humanised(kind)
}
