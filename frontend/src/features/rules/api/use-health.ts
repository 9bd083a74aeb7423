import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { troublesOf } from '../lib/health'
import { healthQuery } from './rules'

interface Health {
  troubles: ReadonlyMap<number, string[]>
  /** How many rows each rule finds now, by its number. */
  matches: ReadonlyMap<number, number>
  /** How many rows the rules were judged by; 0 while that is not known. */
  rows: number
}

export function useHealth(): Health {
  const { data } = useQuery(healthQuery)
  const troubles = useMemo(() => troublesOf(data), [data])
  const matches = useMemo(() => new Map((data?.matches ?? []).map(({ rule, matches: found }) => [rule, found])), [data])
  return { troubles, matches, rows: data?.rows ?? 0 }
}
