import { t } from '@lingui/core/macro'
import { Button, Text } from '@mantine/core'
import { IconArrowsSplit2 } from '@tabler/icons-react'
import type { Category, Transaction } from '@/api/types'
import { CategoryMark } from '@/components/ui/category-mark'
import { Money } from '@/components/ui/money'
import classes from './split-editor.module.css'

interface SplitListProps {
  txn: Transaction
  categories: readonly Category[]
  onEdit: () => void
}

export function SplitList({ txn, categories, onEdit }: SplitListProps) {
  const nameOf = (id: number | null): string | null => categories.find((category) => category.id === id)?.name ?? null
  return (
    <div>
      {txn.splits.length > 0 ? (
        <ul className={classes['list']} aria-label={t`Shares`}>
          {txn.splits.map((split) => (
            <li key={split.id} className={classes['share']}>
              <CategoryMark category={split.category} name={nameOf(split.category)} source="user" />
              <Text span size="sm" c="dimmed">
                {split.note}
              </Text>
              <Money amount={split.amount} currency={txn.currency} />
            </li>
          ))}
        </ul>
      ) : null}
      <Button variant="default" size="xs" leftSection={<IconArrowsSplit2 size={14} />} onClick={onEdit}>
        {txn.splits.length > 0 ? t`Change the split` : t`Split over categories`}
      </Button>
    </div>
  )
}
