import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { MONEY_KEYS } from '@/api/queries'
import type { Category, CategoryKind, CategoryUsage } from '@/api/types'

export interface CategoryDraft {
  name: string
  kind: CategoryKind
  group: string
  is_essential: boolean
  is_archived: boolean
  parent: number | null
  position: number
}

/** What would be touched if the category went. */
export function usageQuery(id: number) {
  return queryOptions({
    queryKey: ['categories', 'usage', id],
    queryFn: (): Promise<CategoryUsage> => unwrap(api.GET('/api/categories/{id}/usage/', { params: { path: { id } } })),
  })
}

export function createCategory(body: Partial<CategoryDraft> & { name: string }): Promise<Category> {
  return unwrap(api.POST('/api/categories/', { body }))
}

export function saveCategory(id: number, body: Partial<CategoryDraft>): Promise<Category> {
  return unwrap(api.PATCH('/api/categories/{id}/', { params: { path: { id } }, body }))
}

export async function deleteCategory(id: number, moveTo: number | null): Promise<void> {
  const query = moveTo === null ? {} : { move_to: moveTo }
  await unwrap(api.DELETE('/api/categories/{id}/', { params: { path: { id }, query } }))
}

export function mergeCategory(id: number, into: number): Promise<Category> {
  return unwrap(api.POST('/api/categories/{id}/merge/', { params: { path: { id } }, body: { into } }))
}

export async function reorderCategories(ids: number[]): Promise<void> {
  await unwrap(api.POST('/api/categories/reorder/', { body: { ids } }))
}

export function categoriesChanged(client: QueryClient): void {
  for (const queryKey of [['categories'], ['rules'], ...MONEY_KEYS]) void client.invalidateQueries({ queryKey })
}
