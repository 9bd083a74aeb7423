import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Category } from '@/api/types'
import { CategoryMark } from '@/components/ui/category-mark'
import { usageQuery } from '../api/categories'
import type { CategoryActions } from '../api/use-category-actions'
import { usageParts } from '../lib/usage-words'
import classes from './categories.module.css'

interface CategoryRowProps {
  category: Category
  depth: number
  actions: CategoryActions
  onEdit: () => void
  onMerge: () => void
  onDelete: () => void
}

const KIND_WORDS: Record<Category['kind'], string> = { expense: '', income: 'income', transfer: 'transfer' }

export function CategoryRow({ category, depth, actions, onEdit, onMerge, onDelete }: CategoryRowProps) {
  const usage = useQuery(usageQuery(category.id))
  const facts = [KIND_WORDS[category.kind], category.is_essential ? t`a need` : ''].filter((text) => text !== '')
  return (
    <li className={classes['row']} style={{ '--depth': depth } as React.CSSProperties}>
      <span className={classes['what']}>
        <button type="button" className={classes['open']} aria-label={t`Edit ${category.name}`} onClick={onEdit}>
          <CategoryMark category={category.id} name={category.name} source="user" />
        </button>
        {facts.length > 0 ? <span className={classes['quiet']}>{facts.join(', ')}</span> : null}
      </span>
      <span className={classes['used']}>
        {usage.data ? (usageParts({ ...usage.data, below: 0 }).join(', ') || t`not used`) : usage.isError ? '' : '…'}
      </span>
      <Menu shadow="md" position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t`More for ${category.name}`}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={onEdit}><Trans>Rename or move</Trans></Menu.Item>
          <Menu.Item disabled={!actions.canMove(category, -1)} onClick={() => actions.move(category, -1)}>
            <Trans>Move up</Trans>
          </Menu.Item>
          <Menu.Item disabled={!actions.canMove(category, 1)} onClick={() => actions.move(category, 1)}>
            <Trans>Move down</Trans>
          </Menu.Item>
          <Menu.Item onClick={() => actions.archive(category, !category.is_archived)}>
            {category.is_archived ? t`Offer again` : t`Archive`}
          </Menu.Item>
          <Menu.Item onClick={onMerge}><Trans>Merge into another</Trans></Menu.Item>
          <Menu.Item onClick={onDelete}><Trans>Delete</Trans></Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {usage.data && usage.data.below > 0 ? <span className={classes['hidden']}><Trans>{plural(usage.data.below, { one: '# category', other: '# categories' })} below</Trans></span> : null}
    </li>
  )
}
