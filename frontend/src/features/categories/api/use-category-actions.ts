import { t } from '@lingui/core/macro'
import { useQueryClient } from '@tanstack/react-query'
import { messageOf } from '@/api/errors'
import { categoriesQuery } from '@/api/queries'
import type { Category } from '@/api/types'
import { offerUndo, say } from '@/components/ui/announce'
import { reordered } from '../lib/tree'
import { categoriesChanged, reorderCategories, saveCategory } from './categories'

export interface CategoryActions {
  archive: (category: Category, isArchived: boolean) => void
  move: (category: Category, step: -1 | 1) => void
  canMove: (category: Category, step: -1 | 1) => boolean
}

/** Shown at once; read again when the server answered, so a refusal puts it back. */
export function useCategoryActions(categories: readonly Category[]): CategoryActions {
  const client = useQueryClient()
  const settle = (work: Promise<unknown>, then?: () => void): void => {
    void work
      .then(then, (error: unknown) => say({ title: t`Not changed`, message: messageOf(error), isBad: true }))
      .finally(() => categoriesChanged(client))
  }
  const show = (next: readonly Category[]): void => void client.setQueryData(categoriesQuery.queryKey, [...next])
  const archive = (category: Category, isArchived: boolean): void => {
    show(categories.map((one) => (one.id === category.id ? { ...one, is_archived: isArchived } : one)))
    settle(saveCategory(category.id, { is_archived: isArchived }), () =>
      offerUndo(isArchived ? t`${category.name} is no longer offered.` : t`${category.name} is offered again.`, () =>
        settle(saveCategory(category.id, { is_archived: !isArchived })),
      ),
    )
  }
  return {
    archive,
    move: (category, step) => {
      const ids = reordered(categories, category.id, step)
      if (!ids) return
      const byId = new Map(categories.map((one) => [one.id, one]))
      show(ids.flatMap((id) => byId.get(id) ?? []))
      settle(reorderCategories(ids))
    },
    canMove: (category, step) => reordered(categories, category.id, step) !== null,
  }
}
