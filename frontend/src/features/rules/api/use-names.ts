import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { accountsQuery, categoriesQuery, payeesQuery, tagsQuery } from '@/api/queries'
import type { Names } from '../lib/rule-words'

interface Named {
  id: number
  name: string
}

const byId = (rows: readonly Named[] | undefined): ReadonlyMap<string, string> =>
  new Map((rows ?? []).map(({ id, name }) => [String(id), name]))

/** The names that the numbers in rules stand for. */
export function useNames(): Names {
  const { data: categories } = useQuery(categoriesQuery)
  const { data: payees } = useQuery(payeesQuery)
  const { data: accounts } = useQuery(accountsQuery)
  const { data: tags } = useQuery(tagsQuery)
  return useMemo(
    () => ({ category: byId(categories), payee: byId(payees), account: byId(accounts), tag: byId(tags) }),
    [categories, payees, accounts, tags],
  )
}
