import { t } from '@lingui/core/macro'
import type { Series } from '@/api/types'
import classes from './recurring.module.css'

const SAID: Record<Series['decision'], string> = { open: t`found by us`, confirmed: t`confirmed by you`, ignored: t`ignored by you` }

/** Hollow for what was found, solid for what you confirmed. */
export function SeriesMark({ decision }: Pick<Series, 'decision'>) {
  return <span className={classes['mark']} data-decision={decision} role="img" aria-label={SAID[decision]} />
}
