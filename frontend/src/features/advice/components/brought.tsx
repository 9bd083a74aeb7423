import { t } from '@lingui/core/macro'
import { useQuery } from '@tanstack/react-query'
import { adviceTotalsQuery } from '@/api/findings'
import type { AdviceTotals } from '@/api/types'
import { Money } from '@/components/ui/money'
import { signOf } from '@/lib/money'
import classes from './advice.module.css'

/** What everything you took on has promised and brought so far; nothing before the first piece was accepted. */
export function Brought() {
  const { data: totals = [] } = useQuery(adviceTotalsQuery)
  const told = totals.filter(({ claimed }) => signOf(claimed) !== 0)
  if (told.length === 0) return null
  return told.map((one) => <OneCurrency key={one.currency} totals={one} />)
}

function OneCurrency({ totals: { currency, claimed, proven, likely, failed } }: { totals: AdviceTotals }) {
  const parts = [
    { name: t`Promised a year`, amount: claimed, isAlways: true },
    { name: t`Proven so far`, amount: proven, isAlways: true },
    { name: t`Likely so far`, amount: likely },
    { name: t`Did not work`, amount: failed },
  ].filter(({ amount, isAlways }) => isAlways === true || signOf(amount) !== 0)
  return (
    <dl className={classes['brought']} aria-label={t`What advice has brought in ${currency}`}>
      {parts.map(({ name, amount }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Money amount={amount} currency={currency} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
