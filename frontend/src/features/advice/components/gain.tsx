import { Trans } from '@lingui/react/macro'
import type { Advice } from '@/api/types'
import { FactFigure } from '@/components/ui/facts'
import { Money } from '@/components/ui/money'
import classes from './advice.module.css'

/** The yearly range; a piece that lowers a risk says so instead, and one that does neither says nothing. */
export function Gain({ advice }: { advice: Pick<Advice, 'saving' | 'currency' | 'facts' | 'urgency'> }) {
  const { saving, currency, facts, urgency } = advice
  if (!saving) return urgency > 0 ? <strong className={classes['gain']}><Trans>Less risk</Trans></strong> : null
  const bound = (which: 'low' | 'high') => {
    const money = <Money amount={saving[which]} currency={currency} whole />
    const fact = facts.find(({ name }) => name === `saving_${which}` || name === `gain_${which}`)
    return fact ? <FactFigure fact={fact}>{money}</FactFigure> : money
  }
  return (
    <strong className={classes['gain']}>
      {saving.low === saving.high ? bound('low') : <>{bound('low')} – {bound('high')}</>}
      <span className={classes['per']}> <Trans>a year</Trans></span>
    </strong>
  )
}
