import { t } from '@lingui/core/macro'
import { Text } from '@mantine/core'
import type { RuleSample } from '@/api/types'
import { Money } from '@/components/ui/money'
import { fieldName, valueWords } from '@/lib/change-words'
import { dayName } from '@/lib/period'
import classes from './rules.module.css'

interface SampleListProps {
  sample: readonly RuleSample[]
  /** Said when there is none. */
  empty?: string
  /** While it is not yet said what the rule does, only the rows are of interest. */
  hasChanges?: boolean
}

/** Rows that would be different, the newest first, each with what changes. */
export function SampleList({ sample, empty = '', hasChanges = true }: SampleListProps) {
  if (sample.length === 0) return empty ? <Text c="dimmed">{empty}</Text> : null
  return (
    <ul className={classes['sample']} tabIndex={0} aria-label={t`Transactions, the newest first`}>
      {sample.map((row) => (
        <li key={row.id} className={classes['sampleRow']}>
          <span className={classes['sampleName']}>
            <span className={classes['day']}>{dayName(row.booking_date, 'medium')}</span> {row.name}
          </span>
          <Money amount={row.amount} currency={row.currency} sign="always" weighIncoming />
          {hasChanges ? <Changes row={row} /> : null}
        </li>
      ))}
    </ul>
  )
}

const ALONG = new Set(['category_source', 'category_reason'])

function Changes({ row }: { row: RuleSample }) {
  const fields = Object.keys(row.after).filter((field) => !ALONG.has(field) || !('category' in row.after))
  return (
    <span className={classes['changes']}>
      {fields.map((field) => (
        <span key={field}>
          {fieldName(field)}: {valueWords(row.before[field], field)} → <strong>{valueWords(row.after[field], field)}</strong>
        </span>
      ))}
    </span>
  )
}
