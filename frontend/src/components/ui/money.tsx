import { moneyParts, signOf, type MoneyStyle } from '@/lib/money'
import classes from './money.module.css'

interface MoneyProps extends MoneyStyle {
  amount: string
  currency: string
  /** Large figures set their cents lighter than the units. */
  large?: boolean
  /** Money coming in stands out by weight, so that sign and weight tell it apart without colour. */
  weighIncoming?: boolean
}

export function Money({ amount, currency, large = false, weighIncoming = false, ...style }: MoneyProps) {
  const isIncoming = weighIncoming && /^[+-]?[\d.]+$/u.test(amount) && signOf(amount) > 0
  return (
    <span className={classes['money']} data-large={large || undefined} data-incoming={isIncoming || undefined}>
      {moneyParts(amount, currency, style).map((part, index) => (
        <span key={index} className={classes[part.kind]}>
          {part.text}
        </span>
      ))}
    </span>
  )
}
