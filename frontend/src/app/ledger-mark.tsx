import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { ledger, switchLedger } from '@/api/ledger'
import classes from './ledger.module.css'

/** Over every page of a household: whose money it is, and that one may only look. Where the rail says the former and
 * nothing else is to be said, it is left to narrow screens. */
export function LedgerMark() {
  const { current, isReadOnly } = ledger
  if (!current) return null
  const { name } = current
  return (
    <div role="note" className={classes['mark']} data-narrow={!isReadOnly || undefined}>
      <IconUsers size={18} stroke={1.6} aria-hidden />
      <span>{isReadOnly ? t`You are looking at the money of ${name}. You may look, not change.` : t`You are looking at the money of ${name}.`}</span>
      <Button size="compact-sm" variant="subtle" onClick={() => switchLedger(null)}>
        <Trans>To my own money</Trans>
      </Button>
    </div>
  )
}
