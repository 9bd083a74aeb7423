import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Select } from '@mantine/core'
import { useState } from 'react'
import type { Series } from '@/api/types'
import { signOf } from '@/lib/money'
import { CADENCES } from '@/lib/series-words'
import { useBillDeeds } from '../api/bills'
import classes from './recurring.module.css'

interface MergeFormProps {
  series: Series
  /** All there are; those it can be made one with are offered. */
  every: readonly Series[]
  onGone: () => void
}

/** Which series there are: two made one, one set apart again, a declared one removed. */
export function MergeForm({ series, every, onGone }: MergeFormProps) {
  const [other, setOther] = useState<string | null>(null)
  const deeds = useBillDeeds(onGone)
  const alike = every.filter(
    ({ id, currency, amount, decision }) =>
      id !== series.id && decision !== 'ignored' && currency === series.currency && signOf(amount) === signOf(series.amount),
  )
  const chosen = alike.find(({ id }) => String(id) === other)
  return (
    <div className={classes['merge']}>
      {series.decision === 'ignored' || alike.length === 0 ? null : (
        <Group align="flex-end" gap="xs" wrap="nowrap">
          <Select
            label={t`The same as`}
            description={t`A contract under a new name, or one that was read as two.`}
            placeholder={t`Another series`}
            searchable
            clearable
            className={classes['grow'] ?? ''}
            data={alike.map(({ id, label, cadence }) => ({ value: String(id), label: `${label}, ${CADENCES[cadence]}` }))}
            value={other}
            onChange={setOther}
          />
          <Button variant="default" disabled={!chosen} onClick={() => chosen && deeds.merge(series, chosen)}>
            <Trans>Make them one</Trans>
          </Button>
        </Group>
      )}
      {series.source === 'merged' ? (
        <Button size="sm" variant="default" onClick={() => deeds.separate(series)}>
          <Trans>Set its parts apart again</Trans>
        </Button>
      ) : null}
      {series.source === 'declared' ? (
        <Button size="sm" variant="subtle" color="clay" onClick={() => deeds.remove(series)}>
          <Trans>Remove what I declared</Trans>
        </Button>
      ) : null}
    </div>
  )
}
