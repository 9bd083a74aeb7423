import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Menu } from '@mantine/core'
import { IconCheck, IconDots } from '@tabler/icons-react'
import type { Series } from '@/api/types'
import { dayName } from '@/lib/period'
import { CADENCES, STATES } from '@/lib/series-words'
import { inSentence } from '@/lib/words'
import type { Decision } from '../api/series'
import classes from './recurring.module.css'
import { NextAmount, NextDay, Prices, Yearly } from './series-figures'
import { SeriesMark } from './series-mark'

interface SeriesRowProps {
  series: Series
  onOpen: () => void
  onDecide: (decision: Decision) => void
  /** Your word that it is cancelled, or not used any more, from today on. */
  onSay: (what: 'cancelled_on' | 'unused_on') => void
}

export function SeriesRow({ series, onOpen, onDecide, onSay }: SeriesRowProps) {
  const { label, cadence, role, status, decision, cancelled_on: cancelled, account_name: account, missed, is_found: isFound, unused_on: unused, source, ends_on: ends } = series
  const remarks = [
    CADENCES[cadence],
    ...(status === 'active' ? [] : [inSentence(STATES[status])]),
    ...(status !== 'ended' && missed > 0 ? [missed === 1 ? t`missed once` : t`missed ${missed} times`] : []),
    ...(source === 'declared' ? [t`declared`] : isFound ? [] : [t`kept by your word`]),
    ...(source === 'merged' ? [t`made of others`] : []),
    ...(ends ? [t`until ${dayName(ends, 'medium')}`] : []),
    ...(unused ? [t`not used`] : []),
    ...(account ? [account] : []),
  ]
  return (
    <li className={classes['row']}>
      <span className={classes['who']}>
        <SeriesMark decision={decision} />
        <span className={classes['names']}>
          <button type="button" className={classes['open']} aria-haspopup="dialog" onClick={onOpen}>
            {label}
          </button>
          <span className={classes['sub']}>{remarks.join(' · ')}</span>
        </span>
      </span>
      <span className={classes['cell']} data-place="prices">
        <Prices series={series} />
      </span>
      <span className={classes['cell']} data-place="next">
        <NextDay series={series} />
      </span>
      <span className={classes['cell']} data-place="amount">
        <NextAmount series={series} />
      </span>
      <span className={classes['cell']} data-place="year">
        <Yearly series={series} />
      </span>
      <span className={classes['tools']}>
        {decision === 'open' ? (
          <ActionIcon variant="subtle" size="lg" aria-label={t`Confirm ${label}`} title={t`Confirm: it is right, and stays`} onClick={() => onDecide('confirm')}>
            <IconCheck size={18} stroke={1.8} />
          </ActionIcon>
        ) : null}
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" c="dimmed" size="lg" aria-label={t`More for ${label}`}>
              <IconDots size={18} stroke={1.8} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onOpen}><Trans>See and correct</Trans></Menu.Item>
            {decision === 'open' ? null : <Menu.Item onClick={() => onDecide('reopen')}><Trans>Take my decision back</Trans></Menu.Item>}
            {decision === 'confirmed' ? null : <Menu.Item onClick={() => onDecide('confirm')}><Trans>Confirm</Trans></Menu.Item>}
            {unused || role === 'income' ? null : <Menu.Item onClick={() => onSay('unused_on')}><Trans>I do not use it any more</Trans></Menu.Item>}
            {cancelled || role === 'income' ? null : <Menu.Item onClick={() => onSay('cancelled_on')}><Trans>I have cancelled it</Trans></Menu.Item>}
            {decision === 'ignored' ? null : <Menu.Item onClick={() => onDecide('ignore')}><Trans>Ignore: it is no series</Trans></Menu.Item>}
          </Menu.Dropdown>
        </Menu>
      </span>
    </li>
  )
}
