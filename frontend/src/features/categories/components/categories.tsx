import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { categoriesQuery } from '@/api/queries'
import type { Category } from '@/api/types'
import { EmptyNote, ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { useCategoryActions } from '../api/use-category-actions'
import { headings } from '../lib/tree'
import { CategoryForm } from './category-form'
import { CategoryRow } from './category-row'
import { GoneDialog, type Going } from './gone-dialog'
import classes from './categories.module.css'

/** The tree of categories under their headings, and everything that can be done with one. */
export function Categories() {
  const categories = useQuery(categoriesQuery)
  const [edited, setEdited] = useState<Category | 'new' | null>(null)
  const [going, setGoing] = useState<Going | null>(null)
  const all = categories.data ?? []
  const actions = useCategoryActions(all)
  return (
    <>
      <Group mb="lg">
        <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited('new')}>
          <Trans>Add a category</Trans>
        </Button>
      </Group>
      {categories.isPending ? <RowSkeletons rows={10} /> : null}
      {categories.isError ? (
        <ErrorNote what={t`The categories could not be loaded`} error={categories.error} onRetry={() => void categories.refetch()} />
      ) : null}
      {categories.data?.length === 0 ? (
        <EmptyNote title={t`No category yet`}><Trans>A category says what money was for. Add the first one, and give it a heading.</Trans></EmptyNote>
      ) : null}
      {headings(all).map(({ title, branches }) => (
        <div key={title} className={classes['heading']}>
          <Section title={title}>
            <ul className={classes['list']}>
              {branches.map(({ category, depth }) => (
                <CategoryRow
                  key={category.id}
                  category={category}
                  depth={depth}
                  actions={actions}
                  onEdit={() => setEdited(category)}
                  onMerge={() => setGoing({ category, how: 'merge' })}
                  onDelete={() => setGoing({ category, how: 'delete' })}
                />
              ))}
            </ul>
          </Section>
        </div>
      ))}
      <CategoryForm edited={edited} categories={all} onClose={() => setEdited(null)} />
      <GoneDialog going={going} categories={all} onClose={() => setGoing(null)} />
    </>
  )
}
