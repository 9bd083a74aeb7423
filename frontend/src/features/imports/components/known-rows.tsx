import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Collapse, Text, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import type { ImportRow } from '@/api/types'
import { Money } from '@/components/ui/money'
import { dayName } from '@/lib/period'
import { retold } from '@/lib/retold'
import classes from './known-rows.module.css'

interface KnownRowsProps {
  rows: readonly ImportRow[]
  /** All that are there already, also those that `rows` has no room for. */
  total: number
}

/** Lines that are certain to be there already, folded; each with what it equals and why. */
export function KnownRows({ rows, total }: KnownRowsProps) {
  const [isOpen, setOpen] = useState(false)
  const unsure = rows.filter(({ status }) => status === 'review')
  const known = rows.filter(({ status }) => status !== 'review')
  return (
    <>
      {unsure.length > 0 ? (
        <section className={classes['unsure']} aria-label={t`Perhaps there already`}>
          <Text size="sm" fw={560} mb={6}>
            {unsure.length === 1
              ? t`One line may be there already. It is imported so that nothing is lost, and you say afterwards whether it is the same.`
              : t`${plural(unsure.length, { one: '# line', other: '# lines' })} may be there already. They are imported so that nothing is lost, and you say afterwards which are the same.`}
          </Text>
          <Pairs rows={unsure} />
        </section>
      ) : null}
      {total > 0 ? (
        <section aria-label={t`Already there`}>
          <UnstyledButton className={classes['toggle']} aria-expanded={isOpen} onClick={() => setOpen((open) => !open)}>
            <IconChevronDown size={14} aria-hidden data-open={isOpen || undefined} />
            <Trans>{plural(total, { one: '# line', other: '# lines' })} already there: nothing is booked twice</Trans>
          </UnstyledButton>
          <Collapse expanded={isOpen}>
            <Pairs rows={known} />
            {known.length < total ? (
              <Text size="xs" c="dimmed" mt="xs">
                <Trans>The first {known.length} of {plural(total, { one: '# line', other: '# lines' })}.</Trans>
              </Text>
            ) : null}
          </Collapse>
        </section>
      ) : null}
    </>
  )
}

function Pairs({ rows }: { rows: readonly ImportRow[] }) {
  return (
    <ul className={classes['pairs']}>
      {rows.map((row) => (
        <li key={row.line}>
          <span className={classes['line']}><Trans>Line {row.line}</Trans></span>
          <span className={classes['row']}>
            {dayName(row.booking_date, 'medium')} · {row.counterparty || row.description} ·{' '}
            <Money amount={row.amount} currency={row.currency} />
          </span>
          <span className={classes['reason']}>
            {retold(row.reason)}
            {row.match && differs(row) ? (
              <>
                {row.reason ? ' ' : ''}
                <Trans>There as:</Trans> {dayName(row.match.booking_date, 'medium')} · {row.match.counterparty || row.match.description} ·{' '}
                <Money amount={row.match.amount} currency={row.currency} />
              </>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  )
}

function differs({ match, ...row }: ImportRow): boolean {
  return (
    match !== null &&
    (match.booking_date !== row.booking_date ||
      match.amount !== row.amount ||
      (match.counterparty || match.description) !== (row.counterparty || row.description))
  )
}
