import { t } from '@lingui/core/macro'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { compareAmounts, parseTyped, signOf, typedAmount } from '@/lib/money'
import classes from './budgets.module.css'

interface AmountCellProps {
  label: string
  currency: string
  /** null: nothing is planned. */
  amount: string | null
  onSave: (amount: string | null) => void
}

/** Written in place: Enter or leaving keeps it, Escape puts back what was there; emptied, the month has no plan. */
export function AmountCell({ label, currency, amount, onSave }: AmountCellProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const [fault, setFault] = useState('')
  const leave = (): void => {
    if (typed === null) return
    const parsed = typed.trim() === '' ? null : parseTyped(typed, currency)
    if (typed.trim() !== '' && (parsed === null || signOf(parsed) < 0)) {
      setFault(t`Write an amount such as 120.50.`)
      return
    }
    setTyped(null)
    setFault('')
    const isSame = parsed === null || amount === null ? parsed === amount : compareAmounts(parsed, amount) === 0
    if (!isSame) onSave(parsed)
  }
  return (
    <TextInput
      className={classes['amount'] ?? ''}
      aria-label={label}
      size="sm"
      inputMode="decimal"
      placeholder={t`no plan`}
      value={typed ?? (amount === null ? '' : typedAmount(amount))}
      error={fault || undefined}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave()
        if (event.key === 'Escape') {
          setTyped(null)
          setFault('')
        }
      }}
    />
  )
}
