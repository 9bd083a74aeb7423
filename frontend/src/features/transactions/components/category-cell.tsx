import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Select, UnstyledButton } from '@mantine/core'
import type { Category, Transaction } from '@/api/types'
import { CategoryMark } from '@/components/ui/category-mark'
import { Hint } from '@/components/ui/hint'
import { categoryOptions } from '@/lib/category-options'
import { retold } from '@/lib/retold'
import classes from './category-cell.module.css'

interface CategoryCellProps {
  txn: Transaction
  categories: readonly Category[]
  isEditing: boolean
  onEdit: (isEditing: boolean) => void
  onPick: (category: Category | null) => void
}

/** Reads as a marker and a name; becomes a list to choose from only when it is pressed, which keeps long tables fast. */
export function CategoryCell({ txn, categories, isEditing, onEdit, onPick }: CategoryCellProps) {
  if (txn.splits.length > 0) return <span className={classes['split']}><Trans>Split in {txn.splits.length}</Trans></span>
  if (!isEditing) {
    const mark = <CategoryMark category={txn.category} name={txn.category_name} source={txn.category_source} />
    return (
      <Hint label={retold(txn.category_reason)} isOff={!txn.category_reason} width={280}>
        <UnstyledButton
          className={classes['cell']}
          aria-label={t`Category of this row: ${txn.category_name || t`Uncategorised`}. Change`}
          onClick={() => onEdit(true)}
        >
          {mark}
        </UnstyledButton>
      </Hint>
    )
  }
  return (
    <Select
      size="xs"
      aria-label={t`Category`}
      data={categoryOptions(categories)}
      value={txn.category === null ? null : String(txn.category)}
      searchable
      autoFocus
      defaultDropdownOpened
      selectFirstOptionOnChange
      maxDropdownHeight={320}
      comboboxProps={{ width: 240, position: 'bottom-start', shadow: 'md' }}
      nothingFoundMessage={t`No such category`}
      onKeyDown={(event) => event.stopPropagation()}
      onBlur={() => onEdit(false)}
      onDropdownClose={() => onEdit(false)}
      onChange={(value) => {
        onEdit(false)
        onPick(categories.find(({ id }) => String(id) === value) ?? null)
      }}
    />
  )
}
